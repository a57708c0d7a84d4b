// The launch form: what each rule of notification asked, looked up in what was worked out when the site was built.

import { remember, remembered } from "./address.js";
import { answers, held, inWords } from "./day.js";

const FIELDS = ["weapon", "state", "on", "towards", "purpose"];

/** @param {HTMLFormElement} form */
export function enhanceLaunch(form) {
  const shown = /** @type {HTMLElement} */ (form.parentElement?.querySelector(".answers"));
  const example = /** @type {HTMLElement | null} */ (form.parentElement?.querySelector(".example"));
  const { first = "", last = "" } = form.dataset;
  const field = (/** @type {string} */ name) => /** @type {HTMLSelectElement | HTMLInputElement} */ (form.elements.namedItem(name));
  const on = /** @type {HTMLInputElement} */ (field("on"));
  Object.assign(on, { min: first, max: last });
  const states = [.../** @type {HTMLSelectElement} */ (field("state")).options];
  /** @type {Map<string, Promise<any>>} */
  const loaded = new Map();
  const rules = new Map([...document.querySelectorAll("[data-rule]")].map((row) => [/** @type {HTMLElement} */ (row).dataset.rule, row]));

  // Where nothing is asked, the page stands on a launch that the reference tells of, and its answer is there already.
  const isAsked = FIELDS.some(remembered);
  for (const name of FIELDS) {
    const asked = isAsked ? remembered(name) : (form.getAttribute(`data-example-${name}`) ?? "");
    if (name === "on" ? asked : [.../** @type {HTMLSelectElement} */ (field(name)).options].some((option) => option.value === asked)) field(name).value = asked;
  }
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ask);
  offerStates();
  if (isAsked || !example) ask();

  /** Only those that have, had or made a weapon launch it. */
  function offerStates() {
    const weapon = /** @type {HTMLSelectElement} */ (field("weapon")).selectedOptions[0];
    const may = (weapon?.dataset.states ?? "").split(" ");
    const select = /** @type {HTMLSelectElement} */ (field("state"));
    const before = select.value;
    select.replaceChildren(...may.flatMap((id) => states.filter((option) => option.value === id)));
    select.value = may.includes(before) ? before : (may[0] ?? "");
  }

  async function ask() {
    if (example) example.hidden = true;
    offerStates();
    const [weapon, state, day, towards, purpose] = FIELDS.map((name) => field(name).value);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day < first || day > last) {
      tell(`Choose a day from ${inWords(first)} to ${inWords(last)}.`);
      return;
    }
    for (const name of FIELDS) remember(name, field(name).value);
    if (!loaded.has(weapon)) loaded.set(weapon, answers(`${form.dataset.launch}/${weapon}.json`, form));
    const found = await loaded.get(weapon);
    if (!found) {
      loaded.delete(weapon);
      return;
    }
    if (weapon !== field("weapon").value) return; // another was chosen meanwhile
    show(found, found.launches[`${state} ${purpose} ${towards}`] ?? [], day);
  }

  /** @param {any} found @param {number[]} outcomes @param {string} day */
  function show(found, outcomes, day) {
    const [since, sentence] = found.recorded;
    if (day < since) {
      shown.replaceChildren(Object.assign(document.createElement("p"), { textContent: sentence }));
      shown.hidden = false;
      return;
    }
    /** @type {Record<string, HTMLElement[]>} */
    const groups = {};
    found.rules.forEach((/** @type {[string, string]} */ rule, /** @type {number} */ at) => {
      const stretch = held(found.outcomes[outcomes[at]] ?? [], day);
      const word = stretch ? found.words[stretch[1]] : "would apply";
      (groups[word] ??= []).push(item(rule, stretch ? found.reasons[stretch[2]] : "The agreement did not exist yet.", word));
    });
    const parts = found.words.flatMap((/** @type {string} */ word) => {
      if (!groups[word]) return [];
      const heading = Object.assign(document.createElement("h2"), { className: `verdict verdict--${word.replaceAll(" ", "-")}`, textContent: found.headings[word] });
      const list = Object.assign(document.createElement("ul"), { className: "verdicts" });
      list.append(...groups[word]);
      return [heading, list];
    });
    shown.replaceChildren(...parts);
    shown.hidden = false;
  }

  /** @param {[string, string]} rule @param {string} reason @param {string} word */
  function item(rule, reason, word) {
    const row = rules.get(rule.join(" "));
    const made = document.createElement("li");
    made.dataset.rule = rule.join(" ");
    const link = row?.querySelector("a")?.cloneNode(true);
    const name = row?.querySelector("small")?.cloneNode(true) ?? "";
    const how = word === "does not apply" ? "" : (row?.querySelector("[data-label=How]")?.textContent ?? "").replace("–", "");
    const text = Object.assign(document.createElement("p"), { textContent: `${reason} ${how}`.trim() });
    made.append(...(link ? [link, " "] : []), name, text);
    return made;
  }

  /** @param {string} words */
  function tell(words) {
    shown.replaceChildren(Object.assign(document.createElement("p"), { className: "failure", textContent: words }));
    shown.hidden = false;
  }
}
