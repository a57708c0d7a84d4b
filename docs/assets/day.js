// A day that a page is asked about: a field, a slider and buttons, kept in the address.

import { remember, remembered } from "./address.js";

const DAY = 86_400_000;
const spoken = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** @param {string} iso */
export function inWords(iso) {
  return spoken.format(new Date(`${iso}T00:00:00Z`));
}

/**
 * The controls that choose a day. `data-first`, `data-last` and `data-today` of the element bound it.
 * @param {HTMLElement} about
 * @param {(iso: string) => void} chosen called at once, and whenever another day is chosen
 */
export function chooseDay(about, chosen) {
  const { first = "", last = "", today = "" } = about.dataset;
  const form = document.createElement("form");
  form.className = "filters day";
  form.setAttribute("aria-label", "Choose a day");
  form.addEventListener("submit", (event) => event.preventDefault());
  const field = control("Day", "date");
  const slider = control("From the first agreement to a year ahead", "range");
  Object.assign(field.input, { min: first, max: last });
  Object.assign(slider.input, { min: "0", max: String(number(last) - number(first)), step: "1" });
  slider.label.className = "slider";
  const said = document.createElement("output");
  const back = button("A year back", () => move(-1));
  const on = button("A year on", () => move(1));
  const now = button("Today", () => show(today));
  const told = document.createElement("p");
  told.setAttribute("role", "alert");
  form.append(field.label, slider.label, back, now, on, told);
  let shown = "";

  /** @param {string} iso */
  function number(iso) {
    return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
  }

  /** @param {number} years */
  function move(years) {
    const day = new Date(`${shown}T00:00:00Z`);
    day.setUTCFullYear(day.getUTCFullYear() + years);
    show(day.toISOString().slice(0, 10));
  }

  /** @param {string} iso */
  function show(iso) {
    shown = iso < first ? first : iso > last ? last : iso;
    field.input.value = shown;
    slider.input.value = String(number(shown) - number(first));
    slider.input.setAttribute("aria-valuetext", inWords(shown));
    said.textContent = inWords(shown);
    told.textContent = "";
    remember("on", shown === today ? null : shown);
    chosen(shown);
  }

  field.input.addEventListener("change", () => {
    const iso = field.input.value;
    if (!iso || Number.isNaN(number(iso)) || iso < first || iso > last) {
      told.textContent = `Choose a day from ${inWords(first)} to ${inWords(last)}.`;
    } else show(iso);
  });
  slider.input.addEventListener("input", () => show(new Date((number(first) + Number(slider.input.value)) * DAY).toISOString().slice(0, 10)));
  const asked = remembered("on");
  show(/^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(number(asked)) ? asked : today);
  return form;
}

/** The last of some stretches that begins on a day or before it; each begins with its first day.
 * @template {[string, ...unknown[]]} S @param {S[]} stretches @param {string} iso @returns {S | undefined} */
export function held(stretches, iso) {
  return stretches.filter(([start]) => start <= iso).at(-1);
}

/** What is said of an entry on a day: its answer, or what stands for it as long as the answer tells of later days.
 * @param {{answer: string, since?: string, before?: [string, string][]}} entry @param {string} iso */
export function answerOn({ answer, since, before }, iso) {
  return since && iso < since ? (held(before ?? [], iso)?.[1] ?? "") : answer;
}

/** The entries of the table of names, by id, each agreement with its life as the table of statuses has it.
 * @template {{id: string, stretches?: [string, string, string][]}} E
 * @param {{entries: E[]}} names @param {{id: string, stretches: [string, string, string][]}[]} statuses
 * @returns {Map<string, E>} */
export function entriesOf(names, statuses) {
  const lives = new Map(statuses.map(({ id, stretches }) => [id, stretches]));
  return new Map(names.entries.map((each) => [each.id, { ...each, stretches: lives.get(each.id) ?? each.stretches }]));
}

/** What was worked out when the site was built. Where it cannot be had, the page stays as it is and says so.
 * @param {string} address @param {HTMLElement} beside */
export async function answers(address, beside) {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(String(response.status));
    return await response.json();
  } catch {
    const told = document.createElement("p");
    told.className = "failure";
    told.setAttribute("role", "alert");
    told.textContent = "The answers for other days could not be loaded; the page shows the day on which it was made.";
    beside.before(told);
    return null;
  }
}

/** @param {string} words @param {string} type */
function control(words, type) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = type;
  label.append(words, input);
  return { label, input };
}

/** @param {string} words @param {() => void} act */
function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}
