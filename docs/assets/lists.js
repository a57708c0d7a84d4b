// Sorting and filtering for lists that are complete without it.

import { remember as keep } from "./address.js";
import { folded } from "./folded.js";
import { putBefore } from "./room.js";

const FILTERS = { kind: "Kind", status: "Status", country: "Country", topic: "Topic", outcome: "Outcome", standing: "Standing", act: "Bound by" };

/** @param {HTMLElement} list an element whose rows carry data-<filter>, and data-names unless they come from a file */
export function enhanceLists(list) {
  const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("tbody tr, li[data-names]")]);
  const bar = document.createElement("form");
  bar.className = "filters";
  bar.setAttribute("role", "search");
  bar.setAttribute("aria-label", `Filter the ${list.dataset.filterable}`);
  bar.addEventListener("submit", (event) => event.preventDefault());
  const count = document.createElement("p");
  count.setAttribute("role", "status");
  const name = textField("Name");
  bar.append(name.label);
  const without = (list.dataset.without ?? "").split(" ");
  // What is chosen here is told of in each row by the page, and hides none.
  const told = (list.dataset.told ?? "").split(" ");
  const selects = Object.entries(FILTERS).flatMap(([key, label]) => {
    if (without.includes(key)) return [];
    const values = valuesOf(rows, key);
    return values.length > 1 ? [{ key, ...choice(label, values) }] : [];
  });
  bar.append(...selects.map((each) => each.label), ...orderOf(list), count);
  putBefore(list, "filters", bar);

  function apply() {
    const wanted = folded(name.input.value);
    let shown = 0;
    for (const row of rows) {
      const fits = folded(row.dataset.names ?? headOf(row)).includes(wanted) && selects.every(({ key, select }) => !select.value || told.includes(key) || split(row, key).includes(select.value));
      row.hidden = !fits;
      shown += Number(fits);
    }
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".group"))) {
      group.hidden = !group.querySelector("li:not([hidden])");
    }
    count.textContent = shown === rows.length ? `${rows.length} ${list.dataset.filterable}` : `${shown} of ${rows.length} ${list.dataset.filterable}`;
    remember();
  }

  /** The address keeps the filters, so that a filtered list can be shared. */
  function remember() {
    keep("name", name.input.value);
    for (const { key, select } of selects) keep(key, select.value);
  }

  const asked = new URLSearchParams(location.search);
  name.input.value = asked.get("name") ?? "";
  for (const { key, select } of selects) select.value = [...select.options].some((each) => each.value === asked.get(key)) ? (asked.get(key) ?? "") : "";
  bar.addEventListener("input", apply);
  apply();
  const source = list.dataset.namesOf;
  if (source) {
    const load = () => void nameRows(rows, source).then(apply);
    if (name.input.value) load();
    else name.input.addEventListener("focus", load, { once: true });
  }
  const table = list.querySelector("table");
  if (table) makeSortable(table);
}

/** @param {HTMLElement} row */
function headOf(row) {
  return row.querySelector("th")?.textContent ?? "";
}

/** Give rows all names of what they are about; without them a row is found by its own name alone.
 * @param {HTMLElement[]} rows @param {string} source the address of the names, by the heads of rows */
async function nameRows(rows, source) {
  const response = await fetch(source);
  if (!response.ok) return;
  const names = await response.json();
  for (const row of rows) row.dataset.names = names[headOf(row)] ?? headOf(row);
}

/** A control for the order: a list that is grouped, by year or by letter, is turned round as a whole.
 * @param {HTMLElement} list */
function orderOf(list) {
  const table = list.querySelector("table");
  if (table) return table.querySelector("thead th:not([data-unsorted])") ? [columnOrder(table)] : [];
  const orders = (list.dataset.orders ?? "").split("|").filter(Boolean);
  if (!orders.length) return [];
  const { label, select } = choice("Order", orders);
  select.remove(0);
  select.addEventListener("change", () => {
    list.append(...[...list.children].reverse());
    for (const items of list.querySelectorAll("ol, ul")) items.append(...[...items.children].reverse());
  });
  return [label];
}

/** On a narrow screen, where a table has no heads, a choice stands for their buttons.
 * @param {HTMLTableElement} table */
function columnOrder(table) {
  const heads = [...table.querySelectorAll("thead th:not([data-unsorted])")];
  const { label, select } = choice("Order", heads.map((head) => head.textContent ?? ""));
  select.remove(0);
  label.className = "narrow";
  select.addEventListener("change", () => sortRows(table, select.selectedIndex, 1));
  return label;
}

/** @param {HTMLTableElement} table */
function makeSortable(table) {
  const heads = /** @type {HTMLTableCellElement[]} */ ([...table.querySelectorAll("thead th:not([data-unsorted])")]);
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const direction = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", direction);
      sortRows(table, column, direction === "ascending" ? 1 : -1);
    });
  });
}

/** @param {HTMLTableElement} table @param {number} column @param {number} sign */
function sortRows(table, column, sign) {
  const body = table.tBodies[0];
  /** @param {HTMLTableRowElement} row */
  const key = (row) => row.cells[column].dataset.sort ?? "";
  body.append(...[...body.rows].sort((one, other) => sign * key(one).localeCompare(key(other), "en", { numeric: true })));
}

/** @param {HTMLElement[]} rows @param {string} key */
function valuesOf(rows, key) {
  return [...new Set(rows.flatMap((row) => split(row, key)))].sort((one, other) => one.localeCompare(other));
}

/** @param {HTMLElement} row @param {string} key */
function split(row, key) {
  return (row.dataset[key] ?? "").split("|").filter(Boolean);
}

/** @param {string} words */
function textField(words) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "search";
  input.autocomplete = "off";
  label.append(words, input);
  return { label, input };
}

/** @param {string} words @param {string[]} values */
function choice(words, values) {
  const label = document.createElement("label");
  const select = document.createElement("select");
  select.append(new Option("All", ""), ...values.map((value) => new Option(value, value)));
  label.append(words, select);
  return { label, select };
}
