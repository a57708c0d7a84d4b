// What scripts add to a page that reads in full without them. Each page loads only what is on it, by the attribute that
// marks its place; the search and the answers of links come when they are first looked for.

import { showAnswers } from "./answers.js";

/** @type {Record<string, () => Promise<(place: any) => void>>} */
const PARTS = {
  "data-asked": () => import("./asked.js").then((each) => each.enhanceAsked),
  "data-citation": () => import("./cite.js").then((each) => each.enhanceCitation),
  "data-in-force": () => import("./in-force.js").then((each) => each.enhanceInForce),
  "data-matrix": () => import("./coverage.js").then((each) => each.enhanceMatrix),
  "data-launch": () => import("./launch.js").then((each) => each.enhanceLaunch),
  "data-filterable": () => import("./lists.js").then((each) => each.enhanceLists),
  "data-memberships": () => import("./membership.js").then((each) => each.enhanceMembership),
  "data-results": () => import("./results.js").then((each) => each.enhanceResults),
  "data-reader": () => import("./reader.js").then((each) => each.enhanceReader),
};

/** Let the reader choose light or dark; without a choice the system's scheme holds. */
function offerSchemes() {
  const root = document.documentElement;
  const button = document.querySelector("[data-scheme-toggle]");
  if (!(button instanceof HTMLButtonElement)) return;
  const isDark = () => (root.dataset.scheme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const label = () => {
    button.textContent = isDark() ? "Light" : "Dark";
    button.setAttribute("aria-label", `Show the ${isDark() ? "light" : "dark"} colours`);
  };
  button.hidden = false;
  label();
  button.addEventListener("click", () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("scheme", root.dataset.scheme);
    } catch {
      // Not kept where storage is forbidden; it holds for this page.
    }
    label();
  });
}

/** The search is loaded when a reader comes near its box, by pointer or keyboard, or asks for it with a slash.
 * @param {HTMLFormElement} form */
function offerSearch(form) {
  const near = new AbortController();
  const come = () => {
    near.abort();
    void import("./search.js").then(({ enhanceSearch }) => enhanceSearch(form));
  };
  for (const event of ["pointerover", "focusin", "touchstart"]) form.addEventListener(event, come, { passive: true, signal: near.signal });
}

/** @param {KeyboardEvent} event */
function searchAtSlash(event) {
  const typing = event.target instanceof HTMLElement && event.target.closest("input, select, textarea");
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector(".search--large input, form[data-search] input"));
  if (event.key !== "/" || typing || !box) return;
  event.preventDefault();
  box.focus();
}

offerSchemes();
showAnswers(document.body);
for (const form of document.querySelectorAll("form[data-search]")) offerSearch(/** @type {HTMLFormElement} */ (form));
document.addEventListener("keydown", searchAtSlash);
for (const [mark, load] of Object.entries(PARTS)) {
  const places = document.querySelectorAll(`[${mark}]`);
  if (places.length) void load().then((enhance) => places.forEach((place) => enhance(place)));
}
