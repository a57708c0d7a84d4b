// The search box: a combobox over all entries, answering while one types.
import { MOST, prepared, ranked } from "./rank.js";
import { folded } from "./words.js";

const TEXTS_CAME = "searchtextscame";

/** @type {Promise<import("./rank.js").Known[]> | null} */
let loading = null;

/** The entries, fetched once a page: by their names at once, by their texts when these have come.
 * @param {string} base */
function load(base) {
  loading ??= fetched(`${base}/assets/search/names.json`).then((names) => {
    fetched(`${base}/assets/search/texts.json`).then(
      (texts) => {
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
      const found = ranked(await load(base), input.value);
      if (turn === asked) show(found);
    } catch {
      count.textContent = "The search could not be loaded. The lists in the menu hold every entry.";
    }
  }

  /** @param {import("./rank.js").Found[]} found */
  function show(found) {
    list.replaceChildren(...found.map((each, index) => option(each, `${list.id}-${index}`, base)));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    count.textContent = found.length ? `${found.length === MOST ? "The first " : ""}${found.length} found` : `Nothing found for “${input.value}”. Try another name, or the lists in the menu.`;
    move(found.length ? 0 : -1);
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
    list.children[active]?.querySelector("a")?.click();
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
      move((active + steps[/** @type {keyof typeof steps} */ (event.key)] + number) % number);
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
  if (form.classList.contains("search--large") || !document.querySelector(".search--large")) {
    document.addEventListener("keydown", (event) => {
      const typing = event.target instanceof HTMLElement && event.target.closest("input, select, textarea");
      if (event.key === "/" && !typing) {
        event.preventDefault();
        input.focus();
      }
    });
  }
}

/** @param {import("./rank.js").Found} found @param {string} id  @param {string} base */
function option(found, id, base) {
  const item = document.createElement("li");
  item.id = id;
  item.setAttribute("role", "option");
  const link = document.createElement("a");
  link.href = `${base}/${found.entry.u}`;
  link.tabIndex = -1;
  link.dataset.answer = ""; // the option itself tells it
  const head = document.createElement("strong");
  head.textContent = found.entry.t;
  const kind = document.createElement("small");
  kind.textContent = [found.entry.k, found.entry.s].filter(Boolean).join(" · ");
  link.append(head, " ", kind);
  if (found.name !== found.entry.t && folded(found.name) !== folded(found.entry.t) && found.score < 6) {
    const other = document.createElement("em");
    other.textContent = found.name;
    link.append(" ", other);
  }
  const answer = document.createElement("span");
  answer.textContent = found.entry.a;
  link.append(answer);
  item.append(link);
  return item;
}
