// The matrix on a chosen day: a sign in each cell, filters for agreements and verdicts, and the reason of the cell chosen.

import { answers, chooseDay, held, remember, remembered } from "./day.js";

const SIGNS = { applies: "●", depends: "◐", "would apply": "○", "does not apply": "·", "not yet recorded": "–" };

/** @param {HTMLElement} place the element with the table */
export async function enhanceMatrix(place) {
  const found = await answers(place.dataset.matrix ?? "", place);
  const table = place.querySelector("table");
  if (!found || !table) return;
  const heads = /** @type {HTMLElement[]} */ ([...table.querySelectorAll("thead [data-treaty]")]);
  const rows = /** @type {HTMLTableRowElement[]} */ ([...table.tBodies[0].rows]);
  let day = "";
  const why = document.createElement("p");
  why.className = "why";
  why.setAttribute("role", "status");
  why.textContent = "Choose a cell, by arrow keys or by clicking, to read why.";
  place.after(why);

  const agreement = choice("Agreement", "agreement", heads.map((head) => [head.dataset.treaty ?? "", head.textContent ?? ""]));
  const verdict = choice("Verdict", "verdict", found.words.slice(0, 3).map((/** @type {string} */ word) => [word, begun(word)]));

  /** @param {HTMLTableRowElement} row @param {HTMLElement} head @returns {[string, string]} the verdict and the reason */
  function answer(row, head) {
    const [since, sentence] = found.recorded[row.dataset.weapon ?? ""];
    if (day < since) return ["not yet recorded", sentence];
    const stretches = found.cells[row.dataset.weapon ?? ""]?.[head.dataset.treaty ?? ""] ?? [];
    const stretch = held(stretches, day);
    if (stretch) return [found.words[stretch[1]], found.reasons[stretch[2]]];
    return stretches.length ? ["would apply", "The agreement did not exist yet."] : ["does not apply", "No provision of it is about this weapon."];
  }

  function apply() {
    heads.forEach((head, column) => {
      const out = Boolean(agreement.value) && head.dataset.treaty !== agreement.value;
      head.classList.toggle("out", out);
      for (const row of rows) {
        const cell = row.cells[column + 1];
        const [word] = answer(row, head);
        cell.className = `verdict--${word.replaceAll(" ", "-")}${out ? " out" : ""}`;
        const [sign, name] = cell.children;
        sign.textContent = SIGNS[/** @type {keyof typeof SIGNS} */ (word)];
        name.textContent = word;
      }
    });
    for (const row of rows) {
      const words = [...row.cells].slice(1).flatMap((cell) => (cell.classList.contains("out") ? [] : [cell.children[1].textContent]));
      row.classList.toggle("out", Boolean(verdict.value) && !words.includes(verdict.value));
    }
    remember("agreement", agreement.value);
    remember("verdict", verdict.value);
  }

  /** @param {HTMLTableCellElement} cell */
  function explain(cell) {
    const row = /** @type {HTMLTableRowElement} */ (cell.parentElement);
    const head = heads[cell.cellIndex - 1];
    const [word, reason] = answer(row, head);
    const link = /** @type {HTMLAnchorElement | null} */ (row.querySelector("th a"));
    const more = Object.assign(document.createElement("a"), { href: `${link?.getAttribute("href")}#agreements`, textContent: "Its reasoning today" });
    const strong = Object.assign(document.createElement("strong"), { textContent: `${link?.textContent}, ${head.textContent}: ${word}.` });
    why.replaceChildren(strong, ` ${reason} `, more);
    for (const other of table?.querySelectorAll("td[tabindex='0']") ?? []) other.setAttribute("tabindex", "-1");
    cell.tabIndex = 0;
  }

  const bar = chooseDay(place, (iso) => {
    day = iso;
    apply();
  });
  bar.append(agreement.label, verdict.label);
  bar.addEventListener("input", (event) => {
    if (event.target === agreement.select || event.target === verdict.select) apply();
  });
  place.before(bar);
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

/** One stop for the tabulator in the whole table; arrow keys go from cell to cell.
 * @param {HTMLTableElement} table @param {(cell: HTMLTableCellElement) => void} chosen */
function move(table, chosen) {
  const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
  for (const cell of table.querySelectorAll("td")) cell.tabIndex = -1;
  const first = table.querySelector("td");
  if (first) first.tabIndex = 0;
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
    neighbour(table, cell, step[0], step[1])?.focus();
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
