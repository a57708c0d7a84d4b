// The matrix on a chosen day: what applies in each cell and what only would in the last, filters for agreements and verdicts, and the reason of the cell chosen.

import { remember, remembered } from "./address.js";
import { answers, chooseDay, held } from "./day.js";
import { putBefore } from "./room.js";

const SIGNS = { applies: "●", depends: "◐", "not yet recorded": "–" };
const WOULD_APPLY = "would apply";

/** @param {HTMLElement} place the element with the table */
export async function enhanceMatrix(place) {
  const found = await answers(place.dataset.matrix ?? "", place);
  const table = place.querySelector("table");
  if (!found || !table) return;
  const heads = /** @type {HTMLElement[]} */ ([...table.querySelectorAll("thead [data-treaty]")]);
  const rows = /** @type {HTMLTableRowElement[]} */ ([...table.tBodies[0].rows]);
  const [WOULD, NOT] = [WOULD_APPLY, "does not apply"].map((word) => found.words.indexOf(word));
  let day = "";
  // The page was made for today, without filters.
  let made = true;
  const why = document.createElement("p");
  why.className = "why";
  why.setAttribute("role", "status");
  why.textContent = "Choose a cell, by arrow keys or by clicking, to read why.";
  place.after(why);

  const agreement = choice("Agreement", "agreement", heads.map((head) => [head.dataset.treaty ?? "", head.textContent ?? ""]));
  const verdict = choice("Verdict", "verdict", found.words.slice(0, 3).map((/** @type {string} */ word) => [word, begun(word)]));
  const used = new Set(Object.values(found.cells).flatMap((row) => Object.values(row).flatMap((cell) => Object.keys(cell))));
  const nouns = found.effects.filter((/** @type {string} */ _, /** @type {number} */ at) => used.has(String(at)));
  const effect = choice("Effect", "effect", nouns.map((/** @type {string} */ noun) => [noun, begun(noun)]));

  /** What an agreement says of a weapon, by effect, from the weightiest: the verdict, on what, and why.
   * @param {HTMLTableRowElement} row @param {HTMLElement} head @returns {[string, string, string][]} */
  function answer(row, head) {
    const [since, sentence] = found.recorded[row.dataset.weapon ?? ""];
    if (day < since) return [["not yet recorded", "", sentence]];
    /** @type {Record<string, [string, number, number][]>} */
    const cell = found.cells[row.dataset.weapon ?? ""]?.[head.dataset.treaty ?? ""] ?? {};
    const told = Object.entries(cell).flatMap(([number, stretches]) => {
      const [, at, reason] = held(stretches, day) ?? ["", WOULD, -1];
      return at === NOT ? [] : [/** @type {[number, number, number]} */ ([at, Number(number), reason])];
    });
    told.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
    return told.map(([at, number, reason]) => [found.words[at], found.effects[number], found.reasons[reason] ?? "The agreement did not exist yet."]);
  }

  /** The answers that the choice of a verdict and of an effect leaves.
   * @param {HTMLTableRowElement} row @param {HTMLElement} head */
  function chosen(row, head) {
    return answer(row, head).filter(([word, noun]) => (!verdict.value || word === verdict.value) && (!effect.value || noun === effect.value));
  }

  function apply() {
    const narrowed = Boolean(verdict.value || effect.value);
    if (made && day === place.dataset.today && !narrowed && !agreement.value) return;
    made = false;
    part(table);
    heads.forEach((head) => head.classList.toggle("out", Boolean(agreement.value) && head.dataset.treaty !== agreement.value));
    for (const row of rows) {
      let any = false;
      /** @type {string[]} */
      const would = [];
      heads.forEach((head, column) => {
        const told = chosen(row, head);
        const out = head.classList.contains("out");
        any ||= told.length > 0 && !out;
        show(row.cells[column + 1], told.filter(([word]) => word !== WOULD_APPLY), out);
        const nouns = told.flatMap(([word, noun]) => (word === WOULD_APPLY ? [noun] : []));
        if (nouns.length && !out) would.push(`${head.textContent}: ${nouns.join(", ")}`);
      });
      row.cells[heads.length + 1].textContent = would.join("; ");
      row.classList.toggle("out", narrowed && !any);
    }
    remember("agreement", agreement.value);
    remember("verdict", verdict.value);
    remember("effect", effect.value);
  }

  /** @param {HTMLTableCellElement} cell @param {[string, string, string][]} told @param {boolean} out */
  function show(cell, told, out) {
    cell.className = told.length ? `verdict--${told[0][0].replaceAll(" ", "-")}` : "";
    cell.classList.toggle("out", out);
    cell.textContent = told.map(([each, noun]) => `${SIGNS[/** @type {keyof typeof SIGNS} */ (each)]} ${noun}`.trim()).join("\n");
    const label = told.map(([each, noun]) => (noun ? `${noun}: ${each}` : each)).join("; ");
    if (label) cell.setAttribute("aria-label", label);
    else cell.removeAttribute("aria-label");
  }

  /** @param {HTMLTableCellElement} cell */
  function explain(cell) {
    const row = /** @type {HTMLTableRowElement} */ (cell.parentElement);
    const head = heads[cell.cellIndex - 1];
    if (!head) return;
    const told = answer(row, head);
    if (!told.length) told.push(["does not apply", "", "No provision of it is about this weapon."]);
    const link = /** @type {HTMLAnchorElement | null} */ (row.querySelector("th a"));
    const more = Object.assign(document.createElement("a"), { href: `${link?.getAttribute("href")}#agreements`, textContent: "Its reasoning today" });
    const strong = Object.assign(document.createElement("strong"), { textContent: `${link?.textContent}, ${head.textContent}` });
    const reasons = told.map(([word, noun, reason]) => `${[noun, word].filter(Boolean).join(": ")}. ${reason}`);
    why.replaceChildren(strong, ` – ${reasons.join(" ")} `, more);
    for (const other of table?.querySelectorAll("td[tabindex='0']") ?? []) other.setAttribute("tabindex", "-1");
    cell.tabIndex = 0;
  }

  const bar = chooseDay(place, (iso) => {
    day = iso;
    apply();
  });
  bar.append(agreement.label, effect.label, verdict.label);
  bar.addEventListener("input", (event) => {
    if ([agreement.select, effect.select, verdict.select].includes(/** @type {HTMLSelectElement} */ (event.target))) apply();
  });
  putBefore(place, "day", bar);
  move(table, explain);

  /** @param {string} words @param {string} name @param {[string, string][]} options */
  function choice(words, name, options) {
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.append(new Option("All", ""), ...options.map(([value, text]) => new Option(text, value)));
    const asked = remembered(name);
    select.value = options.some(([value]) => value === asked) ? asked : "";
    label.append(words, select);
    return {
      label,
      select,
      get value() {
        return select.value;
      },
    };
  }
}

/** Give each agreement its own cell, where empty ones beside each other are one.
 * @param {HTMLTableElement} table */
function part(table) {
  for (const cell of /** @type {NodeListOf<HTMLTableCellElement>} */ (table.querySelectorAll("td[colspan]"))) {
    cell.after(...Array.from({ length: cell.colSpan - 1 }, () => document.createElement("td")));
    cell.removeAttribute("colspan");
  }
}

/** One stop for the tabulator in the whole table; arrow keys go from cell to cell.
 * @param {HTMLTableElement} table @param {(cell: HTMLTableCellElement) => void} chosen */
function move(table, chosen) {
  const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
  const first = table.querySelector("td");
  if (first) first.tabIndex = 0;
  for (const event of ["pointerover", "focusin"]) table.addEventListener(event, () => part(table), { once: true });
  table.addEventListener("click", (event) => {
    const cell = /** @type {Element} */ (event.target).closest("td");
    if (cell) chosen(cell);
  });
  table.addEventListener("focusin", (event) => {
    if (event.target instanceof HTMLTableCellElement && event.target.matches("td")) chosen(event.target);
  });
  table.addEventListener("keydown", (event) => {
    const step = STEPS[/** @type {keyof typeof STEPS} */ (event.key)];
    const cell = event.target instanceof HTMLTableCellElement ? event.target : null;
    if (!step || !cell?.matches("td")) return;
    event.preventDefault();
    const next = neighbour(table, cell, step[0], step[1]);
    if (!next) return;
    next.tabIndex = -1;
    next.focus();
  });
}

/** The next cell in a direction that is shown.
 * @param {HTMLTableElement} table @param {HTMLTableCellElement} cell @param {number} down @param {number} right
 * @returns {HTMLTableCellElement | null} */
function neighbour(table, cell, down, right) {
  const rows = [...table.tBodies[0].rows];
  let row = rows.indexOf(/** @type {HTMLTableRowElement} */ (cell.parentElement));
  let column = cell.cellIndex;
  for (;;) {
    row += down;
    column += right;
    const next = rows[row]?.cells[column];
    if (!next || column < 1) return null;
    if (next.offsetParent) return next;
  }
}

/** @param {string} words */
function begun(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
