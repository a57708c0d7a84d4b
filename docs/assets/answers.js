// The one-sentence answer of an entry, shown while a link to the entry is hovered or focused. The answers of a section
// of the site are one file, fetched when the first link to it is looked at.

const SITE = new URL("../", import.meta.url);
const SECTIONS = new Set(["treaties", "weapons", "glossary", "events", "organisations", "states"]);
const ENTRY = /^([^/]+)\/([^/]+)\/$/;

/** @type {Map<string, Promise<Record<string, string>>>} */
const files = new Map();

/** The section and the id of the entry that a link leads to; null where it leads elsewhere, or to its own page.
 * @param {HTMLAnchorElement} link @returns {[string, string] | null} */
function entryOf({ origin, pathname }) {
  if (origin !== SITE.origin || !pathname.startsWith(SITE.pathname) || pathname === location.pathname) return null;
  const [, section = "", id = ""] = ENTRY.exec(pathname.slice(SITE.pathname.length)) ?? [];
  return SECTIONS.has(section) ? [section, id] : null;
}

/** The answers of a section, by id; fetched once, and again only where that failed. @param {string} section */
function answersOf(section) {
  const known = files.get(section);
  if (known) return known;
  const file = fetched(section);
  files.set(section, file);
  file.catch(() => files.delete(section));
  return file;
}

/** @param {string} section @returns {Promise<Record<string, string>>} */
async function fetched(section) {
  const response = await fetch(new URL(`assets/answers/entries/${section}.json`, SITE));
  if (!response.ok) throw new Error(`${section}: ${response.status}`);
  return response.json();
}

/** Whether a link has an answer: its own as `data-answer`, which may be empty so that none is shown, or its entry's.
 * @param {HTMLAnchorElement} link */
function hasAnswer(link) {
  return link.dataset.answer === undefined ? entryOf(link) !== null : link.dataset.answer !== "";
}

/** @param {HTMLAnchorElement} link one that has an answer @returns {Promise<string>} */
async function answerOf(link) {
  if (link.dataset.answer !== undefined) return link.dataset.answer;
  const [section, id] = entryOf(link) ?? ["", ""];
  try {
    return (await answersOf(section))[id] ?? "";
  } catch {
    return ""; // Where the answers cannot be had, the link is a link like any other.
  }
}

/**
 * @param {HTMLElement} root where links to entries stand
 */
export function showAnswers(root) {
  const box = document.createElement("div");
  box.id = "answer";
  box.className = "answer-box";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  document.body.append(box);
  /** The link that is looked at, whether or not its answer is there yet. @type {HTMLAnchorElement | null} */
  let current = null;

  /** @param {HTMLAnchorElement} link */
  async function show(link) {
    if (current === link) return;
    hide();
    current = link;
    const answer = await answerOf(link);
    if (!answer || current !== link) return;
    box.textContent = answer;
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
    current?.removeAttribute("aria-describedby");
    current = null;
    box.hidden = true;
  }

  /** @param {Event} event */
  function linkOf(event) {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    return link instanceof HTMLAnchorElement && hasAnswer(link) ? link : null;
  }

  root.addEventListener("pointerover", (event) => {
    const link = linkOf(event);
    if (link && event.pointerType !== "touch") show(link);
    else if (!(event.target instanceof Node && box.contains(event.target)) && document.activeElement !== current) hide();
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
