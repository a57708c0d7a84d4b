// Runs before the page is drawn, so that a chosen colour scheme does not flash.
document.documentElement.classList.replace("no-js", "js");
try {
  const chosen = localStorage.getItem("scheme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
} catch {
  // Storage may be forbidden; the system's scheme is used then.
}
