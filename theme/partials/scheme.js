{#- Runs before the page is drawn, so that a chosen colour scheme does not flash; storage may be forbidden. -#}
document.documentElement.classList.replace("no-js", "js");
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch {}
