// What scripts add to a page that reads in full without them.
import { showAnswers } from "./answers.js";
import { enhanceAsked } from "./asked.js";
import { enhanceCitation } from "./cite.js";
import { enhanceMatrix } from "./coverage.js";
import { enhanceInForce } from "./in-force.js";
import { enhanceLaunch } from "./launch.js";
import { enhanceLists } from "./lists.js";
import { enhanceSearch } from "./search.js";

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

offerSchemes();
showAnswers(document.body);
for (const form of document.querySelectorAll("form[data-search]")) enhanceSearch(/** @type {HTMLFormElement} */ (form));
for (const form of document.querySelectorAll("form[data-asked]")) enhanceAsked(/** @type {HTMLFormElement} */ (form));
for (const place of document.querySelectorAll("[data-citation]")) enhanceCitation(/** @type {HTMLElement} */ (place));
for (const place of document.querySelectorAll("[data-in-force]")) enhanceInForce(/** @type {HTMLElement} */ (place));
for (const place of document.querySelectorAll("[data-matrix]")) enhanceMatrix(/** @type {HTMLElement} */ (place));
for (const form of document.querySelectorAll("form[data-launch]")) enhanceLaunch(/** @type {HTMLFormElement} */ (form));
for (const list of document.querySelectorAll("[data-filterable]")) enhanceLists(/** @type {HTMLElement} */ (list));
// Of use on one page only, and long.
for (const place of document.querySelectorAll("[data-memberships]")) import("./membership.js").then(({ enhanceMembership }) => enhanceMembership(/** @type {HTMLElement} */ (place)));
for (const place of document.querySelectorAll("[data-results]")) import("./results.js").then(({ enhanceResults }) => enhanceResults(/** @type {HTMLElement} */ (place)));
for (const place of document.querySelectorAll("[data-reader]")) import("./reader.js").then(({ enhanceReader }) => enhanceReader(/** @type {HTMLElement} */ (place)));
