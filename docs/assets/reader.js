// A text with its names explained, as of its date. The text stays in the browser, and is only ever put in as text.

import { answerOn, entriesOf, held, inWords } from "./day.js";
import { finderOf, pieces } from "./find.js";

/**
 * @typedef {import("./find.js").Match} Match
 * @typedef {[string, string, string]} Stretch first day, status, status in words
 * @typedef {{id: string, kind: string, title: string, words: string, answer: string, since?: string, before?: [string, string][], href: string, stretches?: Stretch[]}} Entry
 * @typedef {{entry: Entry, count: number, first: string, link: HTMLElement | null}} Found an entry found, and its first mention
 * @typedef {{ask: (text: string) => Promise<Match[]>, entries: Map<string, Entry>}} Known
 * @typedef {{text: string, parts: [string, Match | null][], found: Found[], unclear: Map<string, string[]>}} Read
 */

const MOST = 5_000_000;
const MOST_SHARED = 60_000;
const BLOCK = 20_000;
const BLOCKS = "address,article,aside,blockquote,br,dd,div,dl,dt,figcaption,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hr,li,main,nav,ol,p,pre,section,table,td,th,tr,ul";
const DATES = /(?<![\p{L}\p{N}_])(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2}) ([A-Z][a-z]+),? (\d{4})|([A-Z][a-z]+) (\d{1,2}),? (\d{4}))(?![\p{L}\p{N}_])/gu;
const MONTHS = Array.from({ length: 12 }, (_, month) => new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(Date.UTC(2000, month)).toLowerCase());

/** The first day that a text names, which in an article is mostly its own; null where it names none.
 * @param {string} text */
export function dayOf(text) {
  for (const found of [...text.slice(0, 4000)].slice(0, 2000).join("").matchAll(DATES)) {
    const [, year, month, on, before, name, after, named, then, last] = found;
    const number = MONTHS.indexOf((name ?? named ?? "").toLowerCase()) + 1;
    const iso = year ? `${year}-${month}-${on}` : `${after ?? last}-${String(number).padStart(2, "0")}-${(before ?? then).padStart(2, "0")}`;
    const day = new Date(`${iso}T00:00:00Z`);
    // What is no day of the calendar, such as 31 June, comes back as another or as none.
    if (!iso.startsWith("0000") && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso)) return iso;
  }
  return null;
}

/** What is read of a page: its text, without what is run or not shown. Nothing in it is run or fetched.
 * @param {string} html */
export function textOf(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const each of page.querySelectorAll("script, style, template, noscript, [hidden]")) each.remove();
  for (const each of page.querySelectorAll(BLOCKS)) each.before("\n");
  return (page.body.textContent ?? "").replace(/[ \t]*\n[ \t\r\n]*\n/g, "\n\n").trim();
}

/** The words of a file, and what was assumed of it. Throws an Error that says what is wrong.
 * @param {File} file @returns {Promise<[string, string]>} */
async function wordsOf(file) {
  if (file.size > MOST) throw new Error(`${file.name} has more than ${MOST / 1_000_000} MB. Cut it into parts, or use armsref annotate.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "";
  if (!mark && bytes.subarray(0, 4096).includes(0)) throw new Error(`${file.name} is not a text.`);
  let [words, assumed] = ["", mark ? "read as UTF-16" : ""];
  try {
    words = new TextDecoder(mark || "utf-8", { fatal: !mark }).decode(bytes);
  } catch {
    [words, assumed] = [new TextDecoder("windows-1252").decode(bytes), "not UTF-8: read as Windows-1252"];
  }
  return [/\.html?$/i.test(file.name) || file.type === "text/html" ? textOf(words) : words, assumed];
}

/** The table of names with what finds them, in a worker where there can be one.
 * @param {HTMLElement} place @returns {Promise<Known>} */
async function learn({ dataset }) {
  const [names, statuses] = await Promise.all([dataset.names, dataset.statuses].map((address) => loaded(address ?? "")));
  const entries = entriesOf(names, statuses);
  /** @type {((text: string) => Match[]) | null} */
  let here = null;
  const alone = (/** @type {string} */ text) => (here ??= finderOf(names))(text);
  /** @type {Worker | null} */
  let worker = null;
  try {
    worker = new Worker(new URL("./find.js", import.meta.url), { type: "module" });
    worker.postMessage({ names });
  } catch {
    // Where workers are forbidden, the page finds the names itself.
  }
  let number = 0;
  return {
    entries,
    ask: (text) =>
      new Promise((resolve) => {
        if (!worker) return resolve(alone(text));
        const asked = (number += 1);
        worker.addEventListener("message", function answered({ data }) {
          if (data.number !== asked) return;
          worker?.removeEventListener("message", answered);
          resolve(data.matches);
        });
        worker.addEventListener("error", () => {
          worker = null;
          resolve(alone(text));
        });
        worker.postMessage({ number: asked, text });
      }),
  };
}

/** @param {string} address */
async function loaded(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

/** @param {HTMLElement} place where a text is given and read */
export function enhanceReader(place) {
  const form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
  const area = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
  const file = /** @type {HTMLInputElement} */ (form.querySelector("input[type=file]"));
  const date = /** @type {HTMLInputElement} */ (form.querySelector("input[type=date]"));
  const said = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  const told = /** @type {HTMLElement} */ (form.querySelector("[role=alert]"));
  const shown = /** @type {HTMLElement} */ (place.querySelector("[data-found]"));
  // The sample stands explained below until a text is given.
  const sample = /** @type {HTMLElement | null} */ (document.querySelector("[data-sample]"));
  const base = new URL("../", location.href.split(/[?#]/)[0]).href;
  /** @type {Promise<Known> | null} */
  let known = null;
  /** @type {Read | null} */
  let read = null;
  let byHand = false;
  let turn = 0;
  let assumed = "";
  /** @type {HTMLAnchorElement | null} */
  let tapped = null;


  form.removeAttribute("data-waiting");

  /** @param {string} text @param {string} note what was assumed of it */
  async function give(text, note = "") {
    area.value = text;
    assumed = note;
    await explain();
  }

  async function explain() {
    const text = area.value;
    const mine = (turn += 1);
    told.textContent = "";
    if (!text.trim()) return tell("Paste a text first, or choose a file.");
    if (text.length > MOST) return tell(`The text has more than ${MOST / 1_000_000} million characters. Cut it into parts, or use armsref annotate.`);
    if (shared() !== null && shared() !== text) history.replaceState(null, "", location.pathname + location.search);
    said.textContent = "Looking for names …";
    try {
      known ??= learn(place);
      const { ask, entries } = await known;
      const matches = await ask(text);
      if (mine !== turn) return;
      read = { text, parts: pieces(text, matches), ...counted(matches, entries) };
    } catch {
      known = null;
      said.textContent = "";
      return tell("The names could not be loaded; try again when there is a connection.");
    }
    if (!byHand || !date.value) date.value = dayOf(text) ?? today();
    await show(read, mine);
  }

  /** @param {string} words */
  function tell(words) {
    told.textContent = words;
  }

  /** @param {Read} now @param {number} mine */
  async function show(now, mine) {
    const { entries } = await /** @type {Promise<Known>} */ (known);
    const passage = element("div", "reader__passage");
    passage.setAttribute("dir", "auto");
    const aside = element("aside", "reader__names");
    aside.setAttribute("aria-label", "Names found");
    const text = element("section", "reader__body");
    text.setAttribute("aria-label", "The text");
    text.append(passage);
    shown.replaceChildren(tools(now), element("div", "reader__strip"), text, aside);
    shown.hidden = false;
    if (sample) sample.hidden = true;
    const again = () => {
      if (date.value) asOf(now, aside, entries);
    };
    date.onchange = again;
    // A day that is half typed is empty too; one that is left empty is again that of the text.
    date.onblur = () => {
      if (date.value) return;
      date.value = dayOf(now.text) ?? today();
      again();
    };
    again();
    for (const block of blocks(now.parts)) {
      passage.append(block);
      // Between blocks the page goes on answering.
      await new Promise((resolve) => setTimeout(resolve));
      if (mine !== turn) return;
    }
    said.textContent = summary(now);
    place.dataset.done = String(mine);
  }

  /** @param {Read} now */
  function summary({ found }) {
    const names = found.reduce((all, each) => all + each.count, 0);
    const how = found.length ? `${names} ${names === 1 ? "name" : "names"} of ${found.length} ${found.length === 1 ? "entry" : "entries"} found` : "No name of an entry was found";
    return `${how}${assumed ? ` (${assumed})` : ""}.`;
  }

  /** The text, in blocks that end where its lines do. @param {[string, Match | null][]} parts */
  function* blocks(parts) {
    let block = element("div", "reader__block");
    let length = 0;
    for (const [words, match] of parts) {
      let at = 0;
      while (length + words.length - at > BLOCK && !match) {
        // To the next end of a line; a line that is too long is cut at a space.
        const line = words.indexOf("\n", Math.max(at, at + BLOCK - length));
        const end = line >= 0 && line - at + length < BLOCK * 2 ? line : words.indexOf(" ", at + Math.max(0, BLOCK - length));
        if (end < 0) break;
        block.append(words.slice(at, end + 1));
        yield block;
        [block, length, at] = [element("div", "reader__block"), 0, end + 1];
      }
      block.append(match ? name(match) : words.slice(at));
      length += words.length - at;
    }
    yield block;
  }

  /** A name in the text. @param {Match} match */
  function name(match) {
    const mention = (/** @type {string} */ id) => read?.found.find((each) => each.entry.id === id);
    const found = match.id ? mention(match.id) : undefined;
    if (!found) {
      const unclear = element("span", "name name--unclear", match.surface);
      unclear.title = "Several entries have this name; the text does not say which is meant.";
      return unclear;
    }
    const link = /** @type {HTMLAnchorElement} */ (element("a", `name name--${found.entry.kind}`, match.surface));
    link.href = base + found.entry.href;
    link.dataset.entry = found.entry.id;
    link.dataset.answer = spoken(found.entry);
    if (!found.link) {
      found.link = link;
      link.id = `mention-${found.entry.id}`;
    }
    return link;
  }

  /** How an entry stood on the day. @param {Entry} entry @returns {Stretch | null} */
  function standing(entry) {
    if (!entry.stretches) return null;
    return held(entry.stretches, date.value) ?? ["", "not yet agreed", "Not yet agreed"];
  }

  /** @param {Entry} entry */
  function spoken(entry) {
    return [standing(entry)?.[2], answerOn(entry, date.value) || entry.words].filter(Boolean).join(" – ");
  }

  /** @param {Read} now @param {HTMLElement} aside @param {Map<string, Entry>} entries */
  function asOf(now, aside, entries) {
    for (const link of /** @type {NodeListOf<HTMLElement>} */ (shown.querySelectorAll("a[data-entry]"))) {
      const entry = entries.get(link.dataset.entry ?? "");
      if (entry) link.dataset.answer = spoken(entry);
    }
    shown.querySelector(".reader__strip")?.replaceChildren(...strip(now));
    const list = element("ol", "reader__list");
    list.append(...now.found.map(item));
    aside.replaceChildren(element("h2", "", `Names found, as of ${inWords(date.value)}`), now.found.length ? list : element("p", "", "None."));
    if (now.unclear.size) aside.append(element("h3", "", "Not clear which is meant"), doubtful(now.unclear, entries));
  }

  /** What was in force that day, of the agreements found. @param {Read} now */
  function strip(now) {
    const agreements = now.found.filter(({ entry }) => entry.kind === "treaty");
    if (!agreements.length) return [];
    const running = agreements.filter(({ entry }) => standing(entry)?.[1] === "in force");
    const heading = element("h2", "", `In force on ${inWords(date.value)}`);
    if (!running.length) return [heading, element("p", "", "None of the agreements named here.")];
    const list = element("ul", "");
    for (const { entry } of running) {
      const each = element("li", "status status--in-force");
      each.append(page(entry), " ", element("small", "", standing(entry)?.[2] ?? ""));
      list.append(each);
    }
    return [heading, list];
  }

  /** A link to an entry's page. @param {Entry} entry @param {string} answer what the link shows */
  function page(entry, answer = answerOn(entry, date.value)) {
    const link = /** @type {HTMLAnchorElement} */ (element("a", "", entry.title));
    link.href = base + entry.href;
    link.dataset.answer = answer;
    return link;
  }

  /** @param {Found} found */
  function item({ entry, count, first }) {
    const made = element("li", "");
    const held = standing(entry);
    const small = element("small", "", `${entry.words} · ${count === 1 ? "once" : `${count} times, first`}: `);
    const jump = /** @type {HTMLAnchorElement} */ (element("a", "", `“${first}”`));
    jump.href = `#mention-${entry.id}`;
    jump.dataset.mention = entry.id;
    small.append(jump);
    made.append(page(entry, "")); // the item itself tells it
    if (held) made.append(" ", element("span", `status status--${held[1].replaceAll(" ", "-")}`, held[2]));
    const answer = answerOn(entry, date.value);
    if (answer) made.append(element("p", "", answer));
    made.append(small);
    return made;
  }

  /** @param {Map<string, string[]>} unclear @param {Map<string, Entry>} entries */
  function doubtful(unclear, entries) {
    const list = element("ul", "");
    for (const [surface, ids] of unclear) {
      const made = element("li", "", `“${surface}”: `);
      ids.forEach((id, at) => {
        const entry = entries.get(id);
        if (entry) made.append(at ? " or " : "", page(entry));
      });
      list.append(made);
    }
    return list;
  }

  /** @param {Read} now */
  function tools(now) {
    const made = element("div", "filters reader__tools");
    made.append(
      button("Copy as Markdown", () => copy(markdown(now), "Copied as Markdown.")),
      button("Print", () => print()),
      button("Share by address", () => share(now)),
    );
    return made;
  }

  /** @param {Read} now */
  function markdown({ parts, found }) {
    const addresses = new Map(found.map(({ entry }) => [entry.id, base + entry.href]));
    return parts.map(([words, match]) => (match?.id ? `[${words}](${addresses.get(match.id)})` : words)).join("");
  }

  /** @param {Read} now */
  function share({ text }) {
    const query = new URLSearchParams({ on: date.value, text });
    if (query.toString().length > MOST_SHARED) return tell("The text is too long for an address.");
    history.replaceState(null, "", `${location.pathname}${location.search}#${query}`);
    return copy(location.href, "The address now holds the text, and is copied. Whoever has it can read the text; no server is sent it.");
  }

  /** @param {string} words @param {string} done */
  async function copy(words, done) {
    told.textContent = "";
    try {
      await navigator.clipboard.writeText(words);
      said.textContent = done;
      shown.querySelector("[data-copy]")?.remove();
    } catch {
      // Where the clipboard is closed to pages, the reader copies by hand.
      const label = element("label", "reader__text", "Copy this");
      label.dataset.copy = "";
      const field = document.createElement("textarea");
      field.readOnly = true;
      field.rows = 6;
      field.value = words;
      label.append(field);
      shown.querySelector("[data-copy]")?.remove();
      shown.querySelector(".reader__tools")?.append(label);
      field.select();
      said.textContent = "This browser does not let the page copy; the words are marked in the field below.";
    }
  }

  /** The text that the address holds, if any. */
  function shared() {
    return location.hash.includes("text=") ? new URLSearchParams(location.hash.slice(1)).get("text") : null;
  }

  function fromAddress() {
    const text = shared();
    if (text === null) return;
    const on = new URLSearchParams(location.hash.slice(1)).get("on") ?? "";
    byHand = /^\d{4}-\d{2}-\d{2}$/.test(on) && !Number.isNaN(Date.parse(on));
    if (byHand) date.value = on;
    give(text);
  }

  /** @param {File | undefined} chosen */
  async function take(chosen) {
    if (!chosen) return;
    told.textContent = "";
    try {
      byHand = false;
      await give(...(await wordsOf(chosen)));
    } catch (error) {
      tell(error instanceof Error ? error.message : `${chosen.name} could not be read.`);
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    explain();
  });
  area.addEventListener("input", () => {
    assumed = "";
  });
  date.addEventListener("change", () => {
    byHand = date.value !== "";
  });
  file.addEventListener("change", () => take(file.files?.[0]));
  form.querySelector("[data-act=sample]")?.addEventListener("click", () => {
    byHand = false;
    give(sample?.dataset.sample ?? "");
  });
  form.querySelector("[data-act=clear]")?.addEventListener("click", () => {
    turn += 1;
    byHand = false;
    form.reset();
    for (const each of [said, told]) each.textContent = "";
    shown.replaceChildren();
    shown.hidden = true;
    if (sample) sample.hidden = false;
    read = null;
    if (shared() !== null) history.replaceState(null, "", location.pathname + location.search);
    area.focus();
  });
  place.addEventListener("dragover", (event) => event.preventDefault());
  place.addEventListener("drop", (event) => {
    const dropped = event.dataTransfer?.files[0];
    // Words that are dropped go where the browser puts them.
    if (!dropped) return;
    event.preventDefault();
    take(dropped);
  });
  shown.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (event.target.closest("a")) : null;
    if (link?.dataset.mention) {
      event.preventDefault();
      const first = document.getElementById(`mention-${link.dataset.mention}`);
      first?.scrollIntoView({ block: "center" });
      first?.focus({ preventScroll: true });
    } else if (link?.dataset.entry && /** @type {PointerEvent} */ (event).pointerType === "touch" && link !== tapped) {
      // A first tap shows the answer, a second follows the link.
      event.preventDefault();
      tapped = link;
      link.focus();
    }
  });
  addEventListener("hashchange", fromAddress);
  fromAddress();
}

/** The entries found, the most often named first, and of those the first named; and the names that may be several.
 * @param {Match[]} matches @param {Map<string, Entry>} entries */
function counted(matches, entries) {
  /** @type {Map<string, Found>} */
  const found = new Map();
  /** @type {Map<string, string[]>} */
  const unclear = new Map();
  for (const { id, surface, alternatives } of matches) {
    const entry = id === null ? undefined : entries.get(id);
    if (!entry) unclear.set(surface, alternatives);
    else {
      const each = found.get(entry.id) ?? { entry, count: 0, first: surface.replace(/\s+/g, " "), link: null };
      each.count += 1;
      found.set(entry.id, each);
    }
  }
  return { found: [...found.values()].sort((one, other) => rankOf(one) - rankOf(other) || other.count - one.count), unclear };
}

/** The sections in the order in which they tell what a text is about; that it names a state says little. */
const ABOUT = ["treaties", "weapons", "events", "glossary", "organisations", "states"];

/** @param {Found} found */
function rankOf({ entry }) {
  return ABOUT.indexOf(entry.href.split("/")[0]);
}

function today() {
  return new Date().toISOString().slice(0, 10);
}

/** @param {string} tag @param {string} className @param {string} [text] */
function element(tag, className, text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** @param {string} words @param {() => void} act */
function button(words, act) {
  const made = /** @type {HTMLButtonElement} */ (element("button", "", words));
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}
