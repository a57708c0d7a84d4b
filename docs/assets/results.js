// The page of results: everything that a query finds, with kinds to choose from; the address holds both.
import { answered } from "./rank.js";
import { TEXTS_CAME, about, element, load, resultsFor } from "./search.js";

/** @typedef {import("./rank.js").Found} Found */

const [MOST_FOUND, MOST_SHOWN] = [1000, 60];
/** The kinds by the beginnings of their addresses. @type {[string, string][]} */
const KINDS = [["treaties", "Treaties"], ["weapons", "Weapons"], ["glossary", "Glossary"], ["events", "Events"], ["organisations", "Organisations"], ["states", "States"]];

/** @param {HTMLElement} place an element with a form for the query, and a paragraph for readers without scripts */
export function enhanceResults(place) {
  const base = place.dataset.results ?? "..";
  const form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const told = place.appendChild(element("p", ""));
  const kinds = place.appendChild(document.createElement("nav"));
  const list = place.appendChild(document.createElement("ol"));
  told.setAttribute("role", "status");
  kinds.setAttribute("aria-label", "Kinds");
  list.className = "results__list";
  const siteName = document.title.split(" – ").at(-1);
  let kind = "";

  async function show() {
    const query = input.value.trim();
    document.title = `${query ? `${query}: search` : "Search"} – ${siteName}`;
    if (!query) return draw([], "", "Type a name, a word or a day.");
    try {
      const { found, meant } = answered(await load(base), query, MOST_FOUND);
      if (query === input.value.trim()) draw(found, meant, summary(found.length, query));
    } catch {
      draw([], "", "The search could not be loaded. The lists in the menu hold every entry.");
    }
  }

  /** @param {Found[]} found @param {string} meant @param {string} words */
  function draw(found, meant, words) {
    const shown = found.filter(({ entry }) => entry.u.startsWith(kind));
    told.replaceChildren(words, ...(meant ? [" Did you mean ", link(resultsFor(base, meant), meant), "?"] : []));
    kinds.replaceChildren(...(found.length ? kindsOf(found) : []));
    list.replaceChildren(...(shown.length ? shown : found).slice(0, MOST_SHOWN).map((each) => item(each, base)));
  }

  /** A link for each kind among the results. @param {Found[]} found */
  function kindsOf(found) {
    const query = input.value.trim();
    return [["", "All"], ...KINDS].flatMap(([section, name]) => {
      const number = found.filter(({ entry }) => entry.u.startsWith(section)).length;
      if (!number) return [];
      const choice = link(`${resultsFor(base, query)}${section ? `&kind=${section}` : ""}`, `${name} ${number}`);
      if (section === kind) choice.setAttribute("aria-current", "true");
      return [choice, " "];
    });
  }

  /** Take the query and the kind from the address. */
  function read() {
    const asked = new URLSearchParams(location.search);
    input.value = asked.get("q") ?? "";
    kind = KINDS.some(([section]) => section === asked.get("kind")) ? (asked.get("kind") ?? "") : "";
    void show();
  }

  /** @param {string} address @param {boolean} [isNext] whether one may go back from it */
  function go(address, isNext = true) {
    history[isNext ? "pushState" : "replaceState"](null, "", address);
    read();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(resultsFor(base, input.value.trim()));
  });
  input.addEventListener("input", () => {
    kind = "";
    history.replaceState(null, "", input.value.trim() ? resultsFor(base, input.value.trim()) : location.pathname);
    void show();
  });
  place.addEventListener("click", (event) => {
    const chosen = event.target instanceof Element && event.target.closest("nav a, [role=status] a");
    if (!(chosen instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(chosen.href);
  });
  window.addEventListener("popstate", read);
  document.addEventListener(TEXTS_CAME, () => void show());
  if (input.value && !new URLSearchParams(location.search).has("q")) go(resultsFor(base, input.value), false); // typed before this script came
  else read();
}

/** @param {number} number @param {string} query */
function summary(number, query) {
  if (!number) return `Nothing found for “${query}”. Try another name, or the lists in the menu.`;
  return `${number} ${number === 1 ? "entry" : "entries"} for “${query}”${number > MOST_SHOWN ? ", the best first" : ""}.`;
}

/** @param {Found} found @param {string} base */
function item(found, base) {
  const made = document.createElement("li");
  const title = link(`${base}/${found.entry.u}`, found.entry.t);
  title.dataset.answer = ""; // it stands below
  made.append(title, ...about(found).slice(1), element("p", found.entry.a));
  return made;
}

/** @param {string} address @param {string} words */
function link(address, words) {
  const made = document.createElement("a");
  made.href = address;
  made.textContent = words;
  return made;
}
