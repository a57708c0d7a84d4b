// States by agreements on a chosen day, and who is in one agreement and not in another.

import { remember, remembered } from "./address.js";
import { answers, chooseDay, held, inWords } from "./day.js";
import { putBefore } from "./room.js";

/** @typedef {{agreements: string[], states: Record<string, number[]>, stretches: [string, string][][]}} Memberships */

/** @param {HTMLElement} place the element with the table */
export async function enhanceMembership(place) {
  const found = /** @type {Memberships | null} */ (await answers(place.dataset.memberships ?? "", place));
  const table = place.querySelector("table");
  if (!found || !table) return;
  const heads = /** @type {HTMLElement[]} */ ([...table.querySelectorAll("thead [data-treaty]")]);
  const rows = /** @type {HTMLTableRowElement[]} */ ([...table.tBodies[0].rows]);
  const { members = "", unknown = "" } = place.dataset;
  const agreements = heads.map((head) => [head.dataset.treaty ?? "", head.textContent?.trim() ?? ""]);
  const inside = choice("In", "in", agreements);
  const outside = choice("and not in", "not", agreements);
  const said = /** @type {HTMLElement} */ (place.parentElement?.querySelector(".why"));
  let day = "";

  /** @param {HTMLTableRowElement} row @param {number} column */
  function letter(row, column) {
    const number = found?.states[row.dataset.state ?? ""]?.[column] ?? -1;
    return held(found?.stretches[number] ?? [], day)?.[1] ?? "–";
  }

  function apply() {
    for (const row of rows) {
      heads.forEach((_, column) => {
        const cell = row.cells[column + 1];
        cell.textContent = letter(row, column);
        cell.className = members.includes(cell.textContent) ? "in" : "";
      });
    }
    heads.forEach((head, column) => {
      const out = Boolean(inside.value || outside.value) && ![inside.value, outside.value].includes(head.dataset.treaty ?? "");
      for (const cell of [head, ...rows.map((row) => row.cells[column + 1])]) cell.classList.toggle("out", out);
    });
    compare();
  }

  /** Leave the states that are in the one and not in the other, and say how many, and of how many it is not known. */
  function compare() {
    const [one, other] = [inside, outside].map(({ value }) => found?.agreements.indexOf(value) ?? -1);
    let doubtful = 0;
    for (const row of rows) {
      const is = one < 0 || members.includes(letter(row, one));
      const isNot = other < 0 || !members.includes(letter(row, other));
      const isUnknown = other >= 0 && unknown.includes(letter(row, other));
      doubtful += Number(is && isUnknown);
      row.classList.toggle("out", !(is && isNot && !isUnknown));
    }
    const left = rows.filter((row) => !row.classList.contains("out"));
    const names = left.map((row) => row.cells[0].textContent?.trim());
    const title = (/** @type {string} */ id) => agreements.find(([each]) => each === id)?.[1] ?? "";
    const where = [inside.value && `had joined the ${title(inside.value)}`, outside.value && `had not joined the ${title(outside.value)}`].filter(Boolean).join(" and ");
    said.textContent = where ? `On ${inWords(day)} ${left.length} states ${where}${left.length && left.length <= 40 ? `: ${names.join(", ")}` : ""}.${doubtful ? ` Of ${doubtful} more it is not known.` : ""}` : "";
  }

  const days = chooseDay(place, (iso) => {
    day = iso;
    apply();
  });
  days.prepend(inside.label, outside.label);
  days.addEventListener("change", () => {
    for (const { key, select } of [inside, outside]) remember(key, select.value);
    apply();
  });
  putBefore(place, "day", days);
}

/** @param {string} words @param {string} key @param {string[][]} options */
function choice(words, key, options) {
  const label = document.createElement("label");
  const select = document.createElement("select");
  select.append(new Option("All", ""), ...options.map(([value, text]) => new Option(text, value)));
  select.value = options.some(([value]) => value === remembered(key)) ? remembered(key) : "";
  label.append(words, select);
  return { label, select, key, get value() { return select.value; } };
}
