// The one-sentence answer of an entry, shown while its link is hovered or focused. It comes from the link's title.

/**
 * @param {HTMLElement} root where links with a title stand
 */
export function showAnswers(root) {
  const box = document.createElement("div");
  box.id = "answer";
  box.className = "answer-box";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  document.body.append(box);
  /** @type {HTMLAnchorElement | null} */
  let shown = null;

  /** @param {HTMLAnchorElement} link */
  function show(link) {
    if (link.title) {
      // The browser's own tooltip would show the same words a second time.
      link.dataset.answer = link.title;
      link.removeAttribute("title");
    }
    if (!link.dataset.answer || shown === link) return;
    hide();
    shown = link;
    box.textContent = link.dataset.answer;
    box.hidden = false;
    link.setAttribute("aria-describedby", box.id);
    place(link);
  }

  /** @param {HTMLAnchorElement} link */
  function place(link) {
    const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const width = box.offsetWidth;
    const left = Math.min(Math.max(at.left, 8), document.documentElement.clientWidth - width - 8);
    const below = at.bottom + box.offsetHeight + 8 < window.innerHeight;
    box.style.left = `${left + window.scrollX}px`;
    box.style.top = `${(below ? at.bottom + 4 : at.top - box.offsetHeight - 4) + window.scrollY}px`;
  }

  function hide() {
    shown?.removeAttribute("aria-describedby");
    shown = null;
    box.hidden = true;
  }

  /** @param {Event} event */
  const linkOf = (event) =>
    event.target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (event.target.closest("a[title], a[data-answer]")) : null;

  root.addEventListener("pointerover", (event) => {
    const link = linkOf(event);
    if (link && event.pointerType !== "touch") show(link);
    else if (!(event.target instanceof Node && box.contains(event.target)) && document.activeElement !== shown) hide();
  });
  root.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link) show(link);
  });
  root.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
}
