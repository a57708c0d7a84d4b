// Follows what happens to the files that a page of the preview was made from: shows it anew when they were changed, and
// tells of mistakes in a bar above it.
const { version } = document.querySelector("#preview").dataset;
const bar = document.createElement("div");
bar.id = "preview-mistakes";
bar.setAttribute("role", "alert");
bar.style.cssText =
  "position:fixed;inset:0 0 auto;z-index:1000;max-height:50vh;overflow:auto;padding:.75rem 1rem;" +
  "background:#7f1d1d;color:#fff;font:14px/1.5 system-ui,sans-serif;box-shadow:0 2px 8px #0006";
let source;

function tell(mistakes) {
  if (!mistakes.length) {
    bar.remove();
    return;
  }
  const heading = document.createElement("strong");
  heading.textContent = "The page is shown as it was until this is mended:";
  const list = document.createElement("ul");
  list.style.cssText = "margin:.25rem 0 0;padding-left:1.25rem";
  list.append(...mistakes.map((mistake) => {
    const item = document.createElement("li");
    item.textContent = mistake;
    return item;
  }));
  bar.replaceChildren(heading, list);
  document.body.append(bar);
}

function follow() {
  source = new EventSource("/-/events");
  source.addEventListener("message", (event) => {
    const state = JSON.parse(event.data);
    if (state.version === version) tell(state.mistakes);
    else location.reload();
  });
}

// A browser keeps few connections to one address open; pages that nobody sees need none.
function followWhileSeen() {
  source?.close();
  if (document.visibilityState === "visible") follow();
}

document.addEventListener("visibilitychange", followWhileSeen);
addEventListener("pagehide", () => source?.close());
followWhileSeen();
