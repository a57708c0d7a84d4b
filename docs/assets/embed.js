// The names in an article of any site, explained where the pointer, the focus or a finger rests on one:
//   <script type="module" src="https://…/assets/embed.js" data-in="article"></script>
// `data-in` says by a CSS selector what is read; `data-on` as of which day, if not the article's own; `data-every`
// marks every mention and not only the first. The text stays where it is; only the tables of names are fetched.

import { answerOn, entriesOf, held } from "./day.js";
import { finderOf, pieces } from "./find.js";

/** @typedef {import("./find.js").Match} Match */
/** @typedef {[string, string, string]} Stretch first day, status, status in words */
/** @typedef {{id: string, kind: string, title: string, words: string, answer: string, since?: string, before?: [string, string][], href: string, stretches?: Stretch[]}} Entry */
/** @typedef {{node: Text, start: number}} Piece a part of the article, and where it begins in the whole text */

const MOST = 1_000_000;
const SITE = new URL("../", import.meta.url);
// Where nothing is marked: what is a link, is typed in, is run, or is shown as it was written.
const APART = "a, button, input, select, textarea, code, pre, kbd, samp, script, style, template, noscript, h1, h2, h3, h4, h5, h6, blockquote, q, svg, math, [contenteditable], acr-name";
const STYLE = `
  a { color: inherit; text-decoration: underline dotted; text-underline-offset: .15em; cursor: help; }
  a:focus-visible { outline: 2px solid; outline-offset: 2px; }
  [role=tooltip] { position: fixed; inset: auto; margin: 0; box-sizing: border-box; width: max-content; max-width: min(22rem, 100vw - 1rem); padding: .6rem .75rem; border: 1px solid #888; border-radius: 3px; background: Canvas; color: CanvasText; color-scheme: light dark; font: 400 .875rem/1.4 system-ui, sans-serif; letter-spacing: normal; text-align: start; text-indent: 0; text-transform: none; white-space: normal; box-shadow: 0 2px 8px #0003; }
  b, small { display: block; }
  small { margin-top: .35rem; opacity: .8; }
`;
// A style sheet made by a script is no inline style, so that a strict policy lets it pass.
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);

/** A name in the article: the words stay the article's own; all else is in a tree of its own. */
class Name extends HTMLElement {
  /** @param {Entry} entry @param {string} standing @param {string} answer both on the day of the article */
  explain(entry, standing, answer) {
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    const link = document.createElement("a");
    link.href = new URL(entry.href, SITE).href;
    link.target = "_blank";
    link.rel = "noopener";
    link.append(document.createElement("slot"));
    link.setAttribute("aria-describedby", "card");
    const card = document.createElement("span");
    card.id = "card";
    // In the top layer nothing of the page lies over it, or cuts it off.
    card.popover = "manual";
    card.setAttribute("role", "tooltip");
    card.append(part("b", entry.title), answer || entry.words);
    if (standing) card.append(part("small", standing));
    card.append(part("small", `Arms Control Reference, ${SITE.host}`));
    root.append(link, card);
    this.listen(link, card);
  }

  /** @param {HTMLAnchorElement} link @param {HTMLElement} card */
  listen(link, card) {
    let tapped = false;
    const show = () => {
      if (card.matches(":popover-open")) return;
      card.showPopover();
      place(card, link.getClientRects()[0] ?? link.getBoundingClientRect());
    };
    const hide = () => {
      card.hidePopover();
      tapped = false;
    };
    this.addEventListener("pointerenter", ({ pointerType }) => pointerType === "touch" || show());
    this.addEventListener("pointerleave", ({ pointerType }) => pointerType === "touch" || hide());
    link.addEventListener("focus", show);
    link.addEventListener("blur", hide);
    this.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
    link.addEventListener("click", (event) => {
      // A first tap shows the card, a second follows the link.
      if (/** @type {PointerEvent} */ (event).pointerType !== "touch" || tapped) return;
      event.preventDefault();
      show();
      tapped = true;
    });
    addEventListener("scroll", hide, { passive: true });
  }
}

/** Put a card by a name: below it, or above where there is no room. @param {HTMLElement} card @param {DOMRect} by */
function place(card, by) {
  const { width, height } = card.getBoundingClientRect();
  const left = Math.max(8, Math.min(by.left, innerWidth - width - 8));
  const below = by.bottom + height < innerHeight || by.top < height;
  card.style.left = `${left}px`;
  card.style.top = `${below ? by.bottom : by.top - height}px`;
}

/** @param {string} tag @param {string} words */
function part(tag, words) {
  const made = document.createElement(tag);
  made.textContent = words;
  return made;
}

/** The parts of an article in which names are looked for, and their whole text; what is apart breaks it.
 * @param {Element} article @returns {[Piece[], string]} */
function read(article) {
  /** @type {Piece[]} */
  const parts = [];
  let text = "";
  /** @type {Element | null} */
  let block = null;
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement;
    if (!around || around.closest("script, style, template, noscript")) continue;
    const own = blockOf(around);
    if (block && own !== block) text += "\n";
    block = own;
    // What is apart is read for what it says of the rest, but nothing is marked in it.
    if (!around.closest(APART)) parts.push({ node: /** @type {Text} */ (node), start: text.length });
    text += node.nodeValue ?? "";
    if (text.length > MOST) break;
  }
  return [parts, text];
}

/** @param {Element} element */
function blockOf(element) {
  let at = element;
  while (at.parentElement && getComputedStyle(at).display.startsWith("inline")) at = at.parentElement;
  return at;
}

/** The day of an article: that set, or its own, or today. @param {Element} article @param {string | undefined} set */
function dayOf(article, set) {
  const own = article.querySelector("time[datetime]")?.getAttribute("datetime");
  const page = document.querySelector("meta[property='article:published_time']")?.getAttribute("content");
  const told = [set, own, page].map((each) => /^\d{4}-\d{2}-\d{2}/.exec(each ?? "")?.[0]).find(Boolean);
  return told ?? new Date().toISOString().slice(0, 10);
}

/** Where the names of a text stand that mean one entry: `[from, up to, entry]`, in UTF-16.
 * @param {string} text @param {Match[]} matches @param {Map<string, Entry>} entries @returns {[number, number, Entry][]} */
function places(text, matches, entries) {
  /** @type {[number, number, Entry][]} */
  const found = [];
  let at = 0;
  for (const [words, match] of pieces(text, matches)) {
    const entry = match?.id ? entries.get(match.id) : undefined;
    if (entry) found.push([at, at + words.length, entry]);
    at += words.length;
  }
  return found;
}

/** @param {Element} article @param {(text: string) => Match[]} find @param {Map<string, Entry>} entries @param {DOMStringMap} options */
function mark(article, find, entries, options) {
  const [parts, text] = read(article);
  const day = dayOf(article, options.on);
  const every = options.every !== undefined;
  /** @type {Set<string>} */
  const marked = new Set();
  /** @type {[Text, number, number, Entry][]} */
  const chosen = [];
  for (const [start, end, entry] of places(text, find(text), entries)) {
    // A name that runs through several elements is left as it is.
    const part = parts.find(({ node, start: first }) => first <= start && end <= first + node.length);
    if (!part || (marked.has(entry.id) && !every)) continue;
    marked.add(entry.id);
    chosen.push([part.node, start - part.start, end - part.start, entry]);
  }
  // From the last to the first, so that what is still to come stands where it stood.
  for (const [node, start, end, entry] of chosen.reverse()) {
    const words = node.splitText(start);
    words.splitText(end - start);
    const name = /** @type {Name} */ (document.createElement("acr-name"));
    words.replaceWith(name);
    name.append(words);
    name.explain(entry, entry.stretches ? (held(entry.stretches, day)?.[2] ?? "Not yet agreed") : "", answerOn(entry, day));
  }
}

/** @param {string} name */
async function table(name) {
  const response = await fetch(new URL(`assets/answers/${name}.json`, SITE), { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}

async function explain() {
  const own = /** @type {HTMLElement | undefined} */ ([...document.querySelectorAll("script[src]")].find((each) => /** @type {HTMLScriptElement} */ (each).src === import.meta.url));
  const options = own?.dataset ?? {};
  const articles = document.querySelectorAll(options.in ?? "article");
  if (!articles.length) return;
  const [names, statuses] = await Promise.all([table("names"), table("statuses")]);
  const entries = entriesOf(names, statuses);
  const find = finderOf(names);
  for (const article of articles) mark(article, find, entries, options);
}

if (!customElements.get("acr-name")) {
  customElements.define("acr-name", Name);
  // Where the tables cannot be had, the article stays as it is.
  explain().catch((error) => console.warn(`Arms Control Reference: names are not explained (${error.message})`));
}
