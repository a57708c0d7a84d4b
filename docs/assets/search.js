// The search box: a combobox over all entries, answering while one types.
import { MOST, SURE, answered, prepared } from "./rank.js";
import { folded } from "./folded.js";

/** Results up to this score were found by one of their names. */
const BY_NAME = 6;
export const TEXTS_CAME = "searchtextscame";

/** @type {Promise<import("./rank.js").Known> | null} */
let loading = null;

/** The entries, fetched once a page: by their names at once, by their texts when these have come.
 * @param {string} base */
export function load(base) {
  loading ??= fetched(`${base}/assets/search/names.json`).then((names) => {
    fetched(`${base}/assets/search/texts.json`).then(
      async (texts) => {
        await untilIdle();
        loading = Promise.resolve(prepared(names, texts));
        document.dispatchEvent(new Event(TEXTS_CAME));
      },
      () => undefined, // the names are found all the same
    );
    return prepared(names);
  });
  loading.catch(() => (loading = null)); // the next key tries again
  return loading;
}

/** Until the reader types no key: to make the texts ready takes longer than a key may. */
const untilIdle = () => new Promise((done) => (window.requestIdleCallback ? requestIdleCallback(done, { timeout: 1000 }) : setTimeout(done, 100)));

/** The address of the page of results for a query.
 * @param {string} base @param {string} query */
export const resultsFor = (base, query) => `${base}/search/?${new URLSearchParams({ q: query })}`;

/** @param {string} url */
async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

/** @param {HTMLFormElement} form */
export function enhanceSearch(form) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const list = /** @type {HTMLUListElement} */ (form.querySelector("ul"));
  const count = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  const base = form.dataset.base ?? ".";
  let active = -1;
  let asked = 0;

  async function search() {
    const turn = (asked += 1);
    active = -1; // what is listed is of the last query until this one is answered
    if (!input.value.trim()) return close();
    try {
      const answer = answered(await load(base), input.value);
      if (turn === asked) show(answer);
    } catch {
      count.textContent = "The search could not be loaded. The lists in the menu hold every entry.";
    }
  }

  /** @param {import("./rank.js").Answer} answer */
  function show({ found, meant, isOfTwo }) {
    const more = [...(meant ? [["Did you mean ", meant]] : []), ...(found.length ? [["All results for ", input.value.trim()]] : [])];
    const options = [...found.map((each) => linkTo(each, base)), ...more.map(([words, query]) => linkToResults(words, query, base))];
    list.replaceChildren(...options.map((link, index) => option(link, `${list.id}-${index}`)));
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(options.length > 0));
    count.textContent = found.length ? `${found.length === MOST ? "The first " : ""}${found.length} found${meant ? `. Did you mean “${meant}”?` : ""}` : `Nothing found for “${input.value}”. Try another name, or the lists in the menu.`;
    const isSure = found.length > 0 && found[0].score < SURE && !isOfTwo;
    move(isSure ? 0 : -1); // Enter opens what is surely meant; of anything else it lists the results
  }

  function close() {
    list.hidden = true;
    list.replaceChildren();
    count.textContent = "";
    input.setAttribute("aria-expanded", "false");
    move(-1);
  }

  /** @param {number} to */
  function move(to) {
    active = to;
    [...list.children].forEach((each, index) => each.setAttribute("aria-selected", String(index === active)));
    const chosen = list.children[active];
    if (chosen) {
      input.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function open() {
    const chosen = list.children[active]?.querySelector("a");
    if (chosen) chosen.click();
    else if (input.value.trim()) location.assign(resultsFor(base, input.value.trim()));
  }

  input.addEventListener("focus", () => void load(base).catch(() => undefined));
  input.addEventListener("input", () => void search());
  document.addEventListener(TEXTS_CAME, () => {
    if (active <= 0 && document.activeElement === input) void search();
  });
  input.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && list.children.length) {
      event.preventDefault();
      const number = list.children.length;
      const step = steps[/** @type {keyof typeof steps} */ (event.key)];
      move(active < 0 ? (step > 0 ? 0 : number - 1) : (active + step + number) % number);
    } else if (event.key === "Escape") {
      close();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (active >= 0) open();
    else void search().then(open);
  });
  document.addEventListener("pointerdown", (event) => {
    if (event.target instanceof Node && !form.contains(event.target)) close();
  });
  form.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) setTimeout(() => !form.contains(document.activeElement) && close(), 200);
  });
  // What was typed while this was on its way is answered now.
  if (document.activeElement !== input) return;
  void load(base).catch(() => undefined);
  if (input.value) void search();
}

/** @param {HTMLAnchorElement} link @param {string} id */
function option(link, id) {
  const item = document.createElement("li");
  item.id = id;
  item.setAttribute("role", "option");
  link.tabIndex = -1;
  item.append(link);
  return item;
}

/** @param {import("./rank.js").Found} found @param {string} base */
function linkTo(found, base) {
  const link = document.createElement("a");
  link.href = `${base}/${found.entry.u}`;
  link.dataset.answer = ""; // the option itself tells it
  link.append(...about(found), element("span", found.entry.a));
  return link;
}

/** @param {string} words @param {string} query @param {string} base */
function linkToResults(words, query, base) {
  const link = document.createElement("a");
  link.href = resultsFor(base, query);
  link.append(words, element("strong", query));
  return link;
}

/** What is said of an entry that was found before its answer: title, kind, and the name or the act by which it was found.
 * @param {import("./rank.js").Found} found */
export function about({ entry, name, said, score }) {
  const kind = element("small", [entry.k, entry.s].filter(Boolean).join(" · "));
  const isOther = score < BY_NAME && folded(name) !== folded(entry.t);
  const found = said ? `${said[0].toUpperCase()}${said.slice(1)}` : isOther ? name : "";
  return [element("strong", entry.t), " ", kind, ...(found ? [" ", element("em", found)] : [])];
}

/** @param {string} tag @param {string} text */
export function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
