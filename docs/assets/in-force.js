// Agreements on a chosen day: each moves to the group in which it stood, and of the years only that one is shown.

import { remembered } from "./address.js";
import { answers, chooseDay, held } from "./day.js";
import { putBefore } from "./room.js";

/** How states stood in agreements, by the state's name and the agreement's id; and how any state not named there did.
 * @typedef {{states: Record<string, Record<string, [string, string, string][]>>, others: Record<string, [string, string, string][]>}} Standings */

// Standings of a country that has no part in an agreement.
const OUTSIDE = ["not a party", "not recorded"];

/** @param {HTMLElement} place an element with a group for each status, and an item for each agreement */
export async function enhanceInForce(place) {
  const found = await answers(place.dataset.inForce ?? "", place);
  if (!found) return;
  /** @type {Map<string, [string, string, string][]>} */
  const stretches = new Map(found.map((/** @type {{id: string, stretches: [string, string, string][]}} */ each) => [each.id, each.stretches]));
  const items = /** @type {HTMLElement[]} */ ([...place.querySelectorAll("li[data-id]")]);
  const groups = /** @type {HTMLElement[]} */ ([...place.querySelectorAll("[data-status].group")]);
  const years = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-year]")]);
  const none = document.createElement("p");
  none.textContent = "No act of an agreement listed here falls into that year.";
  years[0]?.before(none);

  /** How each country stood in each agreement, asked for when a country is first chosen.
   * @type {Promise<Standings | null> | undefined} */
  let asked;
  let shown = place.dataset.today ?? "";

  /** Say beside each agreement how the chosen country stood in it on the day; those in which it had no part come last. */
  async function sayOfCountry() {
    if (remembered("country")) asked ??= answers(place.dataset.standings ?? "", place);
    const standings = await asked;
    const country = remembered("country");
    for (const item of items) sayOf(item, country, standings ? standingIn(standings, country, item) : undefined);
    for (const list of place.querySelectorAll("ul.in-force")) list.append(...inOrder([...list.children]));
  }

  /** @param {Standings} standings @param {string} country @param {HTMLElement} item */
  function standingIn(standings, country, item) {
    const id = item.dataset.id ?? "";
    return country ? held(standings.states[country]?.[id] ?? standings.others[id] ?? [], shown) : undefined;
  }

  /** @param {HTMLElement} item @param {string} country @param {[string, string, string] | undefined} stretch */
  function sayOf(item, country, stretch) {
    const words = item.querySelector(".of-country") ?? item.appendChild(document.createElement("small"));
    words.className = "of-country";
    words.textContent = stretch ? `${country}: ${stretch[2]}.` : "";
    item.classList.toggle("outside", Boolean(stretch && OUTSIDE.includes(stretch[1])));
  }

  /** @param {Element[]} listed */
  function inOrder(listed) {
    const rank = (/** @type {Element} */ item) => items.indexOf(/** @type {HTMLElement} */ (item)) + (item.classList.contains("outside") ? items.length : 0);
    return listed.sort((one, other) => rank(one) - rank(other));
  }

  place.addEventListener("input", sayOfCountry);
  putBefore(
    place,
    "day",
    chooseDay(place, (iso) => {
      shown = iso;
      for (const item of items) stand(item, held(stretches.get(item.dataset.id ?? "") ?? [], iso));
      void sayOfCountry();
      for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
      for (const year of years) year.hidden = year.dataset.year !== iso.slice(0, 4);
      none.hidden = years.some((year) => !year.hidden);
    }),
  );

  /** @param {HTMLElement} item @param {[string, string, string] | undefined} stretch */
  function stand(item, stretch) {
    const [, status, words] = stretch ?? ["", "not yet agreed", "Not yet agreed"];
    const group = groups.find((each) => each.dataset.status === status);
    const small = item.querySelector("small");
    if (small) small.textContent = words;
    const list = group?.querySelector("ul");
    if (item.parentElement !== list) list?.append(item);
  }
}
