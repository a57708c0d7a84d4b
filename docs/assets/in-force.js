// Agreements on a chosen day: each moves to the group in which it stood, and of the years only that one is shown.

import { answers, chooseDay, held, remembered } from "./day.js";

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
   * @type {Record<string, Record<string, [string, string][]>> | null | undefined} */
  let standings;
  let shown = place.dataset.today ?? "";

  /** Say beside each agreement how the chosen country stood in it. */
  async function sayOfCountry() {
    const country = remembered("country");
    if (country) standings ??= await answers(place.dataset.standings ?? "", place);
    for (const item of items) {
      const said = held(standings?.[country]?.[item.dataset.id ?? ""] ?? [], shown);
      const words = item.querySelector(".of-country") ?? item.appendChild(document.createElement("small"));
      words.className = "of-country";
      words.textContent = country && said ? `${country} ${said[1]}.` : "";
    }
  }

  place.addEventListener("input", sayOfCountry);
  place.before(
    chooseDay(place, (iso) => {
      shown = iso;
      void sayOfCountry();
      for (const item of items) stand(item, held(stretches.get(item.dataset.id ?? "") ?? [], iso));
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
    // Those that come before it by name stand before it.
    const list = group?.querySelector("ul");
    const next = [...(list?.children ?? [])].find((other) => items.indexOf(/** @type {HTMLElement} */ (other)) > items.indexOf(item));
    if (item.parentElement !== list) list?.insertBefore(item, next ?? null);
  }
}
