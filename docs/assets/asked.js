// Whether an agreement was in force for a state on a day: asked at the head of its page, answered there, kept in the address.
import { remember, remembered } from "./address.js";
import { answers, held, inWords } from "./day.js";
import { folded } from "./folded.js";

/** How an agreement and each state in it stood: stretches of `[first day, words]`, and of `[first day, word, words]` by number;
 * states by their titles, and those by other names of theirs.
 * @typedef {{life: [string, string][], states: Record<string, number>, called: Record<string, string>, answers: [string, string, string][][]}} Standings */

/** @param {HTMLFormElement} form one that a reader came to, or that the address asks */
export function enhanceAsked(form) {
  const country = /** @type {HTMLInputElement} */ (form.elements.namedItem("country"));
  const on = /** @type {HTMLInputElement} */ (form.elements.namedItem("on"));
  const output = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
  /** @type {Promise<Standings | null> | undefined} */
  let loading;

  function load() {
    loading ??= answers(form.dataset.asked ?? "", form).then((standings) => {
      form.querySelector("datalist")?.append(...Object.keys(standings?.states ?? {}).map((title) => new Option("", title)));
      return standings;
    });
    return loading;
  }

  async function answer() {
    const standings = await load();
    if (!standings || !on.value) return;
    const asked = country.value.trim();
    const title = asked && stateCalled(standings, asked);
    if (title === undefined) {
      output.textContent = `No state here is called “${asked}”. Choose one from the list.`;
      return;
    }
    country.value = title;
    remember("country", title);
    remember("on", on.value);
    output.replaceChildren(...told(standings, title, on.value, form.dataset.title ?? ""));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void answer();
  });
  void load();
  if (!remembered("country") && !remembered("on")) return;
  country.value = remembered("country");
  if (!Number.isNaN(Date.parse(remembered("on")))) on.value = remembered("on");
  void answer();
}

/** The title of the state that is meant: by a name of its own, or as the one whose title begins so.
 * @param {Standings} standings @param {string} asked */
function stateCalled({ states, called }, asked) {
  const titles = Object.keys(states);
  const names = Object.entries({ ...called, ...Object.fromEntries(titles.map((title) => [title, title])) });
  const named = names.find(([name]) => folded(name) === folded(asked))?.[1];
  const beginning = titles.filter((title) => folded(title).startsWith(folded(asked)));
  return named ?? (beginning.length === 1 ? beginning[0] : undefined);
}

/** The answer, with how the agreement itself stood. @param {Standings} standings @param {string} state @param {string} day @param {string} title */
function told({ life, states, answers: kept }, state, day, title) {
  const status = held(life, day)?.[1] ?? "not yet agreed";
  if (!state) return [`${title}, ${inWords(day)}: ${status}.`];
  const [, word, standing] = held(kept[states[state] ?? -1] ?? [], day) ?? ["", "No", "not a party"];
  const strong = document.createElement("strong");
  strong.textContent = `${word}.`;
  return [strong, ` ${state}, ${inWords(day)}: ${standing}. ${title}: ${status}.`];
}
