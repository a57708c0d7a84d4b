// A click copies a citation, in any of the forms in which the page has it.

/** Give each form of a citation a button that copies it. @param {HTMLElement} place */
export function enhanceCitation(place) {
  // A link to the citation opens it; without a script it leads to where it is opened.
  const open = () => { if (location.hash === "#cite") place.setAttribute("open", ""); };
  addEventListener("hashchange", open);
  open();
  const said = /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[role=status]"));
  for (const form of place.querySelectorAll("figure")) {
    const name = form.dataset.form ?? "";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy ${name}`);
    button.addEventListener("click", async () => {
      const words = await copied(/** @type {HTMLElement} */ (form.querySelector("pre")), name);
      for (const each of said) each.textContent = form.contains(each) ? words : "";
    });
    form.querySelector("figcaption b")?.after(button);
  }
}

/** Copy a text, and say what became of it. @param {HTMLElement} text @param {string} name */
async function copied(text, name) {
  try {
    await navigator.clipboard.writeText(text.textContent ?? "");
    return `${name} copied.`;
  } catch {
    // Where the clipboard is closed to pages, the reader copies by hand.
    getSelection()?.selectAllChildren(text);
    return `This browser does not let the page copy; the ${name} text is now selected.`;
  }
}
