// What scripts add to a page that reads in full without them. Each page loads only what is on it, by the attribute that
// marks its place; what works without a script, by a page that it leads to, when a reader first comes near.

import { showAnswers } from "./answers.js";

/** @type {Record<string, () => Promise<(place: any) => void>>} */
const PARTS = {
  "data-citation": () => import("./cite.js").then((each) => each.enhanceCitation),
  "data-in-force": () => import("./in-force.js").then((each) => each.enhanceInForce),
  "data-matrix": () => import("./coverage.js").then((each) => each.enhanceMatrix),
  "data-launch": () => import("./launch.js").then((each) => each.enhanceLaunch),
  "data-filterable": () => import("./lists.js").then((each) => each.enhanceLists),
  "data-memberships": () => import("./membership.js").then((each) => each.enhanceMembership),
  "data-results": () => import("./results.js").then((each) => each.enhanceResults),
  "data-reader": () => import("./reader.js").then((each) => each.enhanceReader),
};

/** @type {Record<string, () => Promise<(form: any) => void>>} */
const NEAR = {
  "data-asked": () => import("./asked.js").then((each) => each.enhanceAsked),
  "data-search": () => import("./search.js").then((each) => each.enhanceSearch),
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

/** Load a form's script when a reader comes near, by pointer or keyboard, or came with an address that fills it in.
 * @param {HTMLFormElement} form @param {() => Promise<(form: any) => void>} load */
function whenNear(form, load) {
  const near = new AbortController();
  const come = () => {
    near.abort();
    void load().then((enhance) => enhance(form));
  };
  for (const event of ["pointerover", "focusin", "touchstart"]) form.addEventListener(event, come, { passive: true, signal: near.signal });
  const asked = new URLSearchParams(location.search);
  if ([...new FormData(form).keys()].some((name) => asked.has(name))) come();
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
document.addEventListener("keydown", searchAtSlash);
for (const [mark, load] of Object.entries(NEAR)) {
  for (const form of document.querySelectorAll(`[${mark}]`)) whenNear(/** @type {HTMLFormElement} */ (form), load);
}
for (const [mark, load] of Object.entries(PARTS)) {
  const places = document.querySelectorAll(`[${mark}]`);
  if (places.length) void load().then((enhance) => places.forEach((place) => enhance(place)));
}
