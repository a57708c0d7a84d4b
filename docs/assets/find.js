// The names in running text, found by the table and the rules of armsref/finding.py; the tests hold the two together.
// Pages import it, or run it as a module worker: it is sent {names} once, then {number, text}, and answers
// {number, matches}.

/**
 * @typedef {{id: string, kind: string, topics: string[]}} Entry
 * @typedef {{followers: Record<string, string[]>, bodies: string[], joiners: string[], rest: number, things: string[], numbers: string[], near: number, nearBodies: number, endings: string[], spaces: string, apostrophes: string}} Rules
 * @typedef {{entries: Entry[], forms: [string, number, number][], rules: Rules}} Names forms are text, number of the entry, flags
 * @typedef {{start: number, end: number, surface: string, id: string | null, alternatives: string[]}} Match offsets in code points
 * @typedef {{entry: Entry, capitals: boolean, proper: boolean, unsure: boolean, topics: number, words: boolean, shared: boolean}} Form
 * @typedef {{start: number, end: number, forms: Form[], sure: boolean, topics: number, next: string}} Candidate
 * @typedef {{sure: Candidate[], named: Set<string>, introduced: Map<string, string>}} Context what a text says as a whole
 * @typedef {{text: Uint32Array, stands: Uint32Array, length: number}} Folded a text as names are compared, and where its characters stand
 */

const [CAPITALS, PROPER, UNSURE] = [1, 2, 4];
const [KNOWN, ALPHA, ALNUM, UPPER, LOWER, SPACE, LETTER] = [1, 2, 4, 8, 16, 32, 64];
const MOST = 0x110000;
const [SEEN_AS_NOTHING, SOFT_HYPHEN, HYPHEN] = [0, 0xad, 0x2d];
const SMALL_S = 0x73;
const WORD_JOINS = new Set([HYPHEN, 0x2013]);
const BREAKS = new Set([HYPHEN, SOFT_HYPHEN, 0x2010]);
const BODIES = new Set(["state", "organisation"]);
// What Python calls a space.
const SPACES = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u;

const known = new Uint8Array(MOST);

/** What a character is. @param {number} code */
function traits(code) {
  if (!known[code]) {
    const char = String.fromCodePoint(code);
    let found = KNOWN;
    if (/\p{L}/u.test(char)) found |= ALPHA;
    if (/[\p{L}\p{N}]/u.test(char)) found |= ALNUM;
    if (/[\p{L}\p{Nl}\p{No}]/u.test(char)) found |= LETTER;
    if (/\p{Uppercase}/u.test(char)) found |= UPPER;
    if (/\p{Lowercase}/u.test(char)) found |= LOWER;
    if (SPACES.test(char)) found |= SPACE;
    known[code] = found;
  }
  return known[code];
}

/** A text's code points. @param {string} text */
function codesOf(text) {
  const codes = new Uint32Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; length += 1) {
    const code = /** @type {number} */ (text.codePointAt(at));
    codes[length] = code;
    at += code > 0xffff ? 2 : 1;
  }
  return codes.subarray(0, length);
}

/** @param {Uint32Array} codes @param {number} start @param {number} end */
function written(codes, start, end) {
  let text = "";
  for (let at = start; at < end; at += 1) text += String.fromCodePoint(codes[at]);
  return text;
}

/** What makes a character one as names are compared: one character, or 0 for what is not seen.
 * @param {Rules} rules @returns {(code: number) => number} */
function plainer(rules) {
  const made = new Int32Array(MOST).fill(-1);
  for (const char of rules.spaces) made[/** @type {number} */ (char.codePointAt(0))] = 0x20;
  for (const char of rules.apostrophes) made[/** @type {number} */ (char.codePointAt(0))] = 0x27;
  return (code) => {
    if (made[code] < 0) made[code] = plainChar(code);
    return made[code];
  };
}

/** @param {number} code */
function plainChar(code) {
  const char = String.fromCodePoint(code);
  if (/[\p{Mn}\p{Cf}]/u.test(char)) return SEEN_AS_NOTHING;
  const small = char.toLowerCase();
  for (const each of [small.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase(), small]) {
    const one = each.codePointAt(0) ?? 0;
    if (each && each.length === (one > 0xffff ? 2 : 1)) return one;
  }
  return code;
}

/** A text as names are compared: runs of space, and characters that are not seen, are left out.
 * @param {Uint32Array} codes @param {(code: number) => number} plain @returns {Folded} */
function folded(codes, plain) {
  const text = new Uint32Array(codes.length);
  const stands = new Uint32Array(codes.length);
  const all = codes.map(plain);
  let length = 0;
  for (let at = 0; at < all.length; ) {
    const [from, code] = [at, all[at]];
    at += 1;
    if (code === SEEN_AS_NOTHING) continue;
    if (code === 0x20) {
      if (all[at] === 0x20) while (all[at] === 0x20) at += 1;
      else if (all[at] === SEEN_AS_NOTHING) while (all[at] === 0x20 || all[at] === SEEN_AS_NOTHING) at += 1;
    }
    [text[length], stands[length]] = [code, from];
    length += 1;
  }
  return { text, stands, length };
}

/** The text with its words that are broken at the end of a line made whole; null where there are none.
 * @param {Uint32Array} codes */
function joined(codes) {
  /** @type {Uint32Array | null} */
  let found = null;
  const blank = (/** @type {number} */ at) => codes[at] === 0x20 || codes[at] === 0x09;
  for (let at = 1; at < codes.length; at += 1) {
    if (!BREAKS.has(codes[at]) || !(traits(codes[at - 1]) & LETTER)) continue;
    let end = at + 1;
    while (blank(end)) end += 1;
    if (codes[end] === 0x0d) end += 1;
    if (codes[end] !== 0x0a) continue;
    end += 1;
    while (blank(end)) end += 1;
    if (end >= codes.length || !(traits(codes[end]) & LETTER)) continue;
    found ??= codes.slice();
    found.fill(SOFT_HYPHEN, at, end);
  }
  return found;
}

/** Whether two neighbouring characters belong to one word; scripts without spaces have no such words.
 * @param {number} one @param {number} other */
function joins(one, other) {
  return !spaceless(one) && !spaceless(other) && wordly(one) && wordly(other);
}

/** @param {number} code */
const wordly = (code) => code === 0x5f || (traits(code) & ALNUM) !== 0;

/** @param {number} code */
const spaceless = (code) => code >= 0x2e80 && code <= 0xd7ff;

/** Addresses, such as of pages and of mail, from and up to: names in them are not words of the text.
 * @param {Uint32Array} codes */
function addresses(codes) {
  /** @type {[number, number][]} */
  const found = [];
  for (let at = 0; at < codes.length; at += 1) {
    if (traits(codes[at]) & SPACE) continue;
    const start = at;
    let [mail, dot] = [-1, -1];
    let suspect = false;
    for (; at < codes.length && !(traits(codes[at]) & SPACE); at += 1) {
      if (codes[at] === 0x40 && mail < 0 && at > start) mail = at;
      if (codes[at] === 0x2e) [dot, suspect] = [at + 1 < codes.length && !(traits(codes[at + 1]) & SPACE) ? at : dot, true];
      else if (codes[at] === 0x3a) suspect = true;
    }
    if (mail >= 0 && dot >= mail + 2) found.push([start, at]);
    else if (suspect) {
      const page = /(?:https?:\/\/|www\.)./isu.exec(written(codes, start, at));
      if (page) found.push([start + codesOf(page.input.slice(0, page.index)).length, at]);
    }
  }
  return found;
}

/** The last of some ascending numbers that is not above one; -1 where all are.
 * @param {number} length @param {(at: number) => number} value @param {number} most */
function lastUpTo(length, value, most) {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value(middle) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The word after a name, and where it ends. @param {Uint32Array} codes @param {number} end @returns {[string, number]} */
function nextWord(codes, end) {
  let at = end;
  while (at < codes.length && (traits(codes[at]) & SPACE || WORD_JOINS.has(codes[at]))) at += 1;
  if (at === end) return ["", end];
  const start = at;
  while (at < codes.length && traits(codes[at]) & ALNUM) at += 1;
  return [written(codes, start, at), at];
}

/** Whether what is written is as a form asks. @param {Form} form @param {Uint32Array} codes @param {number} start @param {number} end */
function fits(form, codes, start, end) {
  const first = traits(codes[start]);
  if (!form.capitals) return !form.proper || !(first & ALPHA) || (first & UPPER) !== 0 || !(first & LOWER);
  let [letters, small, last] = [0, 0, 0];
  for (let at = start; at < end; at += 1) {
    const found = traits(codes[at]);
    if (!(found & ALPHA)) continue;
    letters += 1;
    last = codes[at];
    if (!(found & UPPER)) small += 1;
  }
  return small === 0 || (small === 1 && last === SMALL_S && letters > 2);
}

/** All forms, letter by letter. @param {Names} names */
function treeOf(names) {
  /** @type {Map<number, number>} */
  const letters = new Map();
  for (const code of new Set(names.forms.flatMap(([text]) => [...codesOf(text)]))) letters.set(code, letters.size);
  const topics = [...new Set(names.entries.flatMap((entry) => entry.topics))];
  const bits = names.entries.map((entry) => entry.topics.reduce((all, topic) => all | (1 << topics.indexOf(topic)), 0));
  /** @type {Map<number, number>} */
  const edges = new Map();
  /** @type {Form[][]} */
  const ends = [];
  let nodes = 1;
  for (const [text, number, flags] of names.forms) {
    let node = 0;
    for (const code of codesOf(text)) {
      const edge = node * letters.size + (letters.get(code) ?? 0);
      let next = edges.get(edge);
      if (next === undefined) {
        next = nodes;
        nodes += 1;
        edges.set(edge, next);
      }
      node = next;
    }
    ends[node] ??= [];
    ends[node].push({
      entry: names.entries[number],
      capitals: (flags & CAPITALS) !== 0,
      proper: (flags & PROPER) !== 0,
      unsure: (flags & UNSURE) !== 0,
      topics: bits[number],
      words: text.includes(" "),
      shared: false,
    });
  }
  for (const forms of ends) if (forms && forms.length > 1) for (const form of forms) form.shared = true;
  return {
    ends,
    /** @param {number} node @param {number} code */
    step(node, code) {
      const letter = letters.get(code);
      return letter === undefined ? undefined : edges.get(node * letters.size + letter);
    },
  };
}

/** What finds the names of a table in texts.
 * @param {Names} names
 * @returns {(text: string) => Match[]} */
export function finderOf(names) {
  const { rules } = names;
  const tree = treeOf(names);
  const plain = plainer(rules);
  const [bodies, joiners, things] = [new Set(rules.bodies), new Set(rules.joiners), new Set(rules.things)];
  const endings = rules.endings.map(codesOf);

  /** Where a name ends that is whole words; -1 where it is a part of one. @param {Folded} fold @param {number} begins @param {number} ends */
  function wordEnd({ text, length }, begins, ends) {
    const last = text[ends - 1];
    if (ends === length || !joins(last, text[ends])) return ends;
    if (last < 0x430 || last > 0x44f || ends - begins <= 3) return -1;
    const ending = endings.find(
      (each) => each.every((code, at) => ends + at < length && text[ends + at] === code) && !(ends + each.length < length && wordly(text[ends + each.length])),
    );
    return ending ? ends + ending.length : -1;
  }

  /** @param {Uint32Array} codes @param {Folded} fold @param {Candidate[]} found */
  function candidates(codes, fold, found) {
    const { text, stands, length } = fold;
    for (let begins = 0; begins < length; begins += 1) {
      if (begins && joins(text[begins - 1], text[begins])) continue;
      let node = /** @type {number | undefined} */ (0);
      for (let at = begins; at < length; at += 1) {
        node = tree.step(node, text[at]);
        if (node === undefined) break;
        const ending = tree.ends[node];
        const end = ending ? wordEnd(fold, begins, at + 1) : -1;
        if (end < 0) continue;
        const [start, stop] = [stands[begins], stands[end - 1] + 1];
        const forms = ending.filter((form) => fits(form, codes, start, stop));
        if (forms.length) found.push(candidate(codes, start, stop, forms));
      }
    }
  }

  /** Whether it is a part of another name or a compound: "START III", "Missile Defense Agency", "long-range".
   * @param {Uint32Array} codes @param {Candidate} each */
  function isPart(codes, { start, end, forms, sure }) {
    if (forms.every((form) => form.entry.kind === "treaty")) return rules.numbers.includes(nextWord(codes, end)[0]);
    if (forms.some((form) => form.entry.kind !== "term")) return false;
    if (!sure && start > 1 && codes[start - 1] === HYPHEN && traits(codes[start - 2]) & ALPHA) return true;
    return (traits(codes[start]) & UPPER) !== 0 && endsAsBody(codes, end);
  }

  /** Whether the words after a name make a body's or a law's name of it: "and Disarmament Agency".
   * @param {Uint32Array} codes @param {number} end */
  function endsAsBody(codes, end) {
    for (let words = 0; words < rules.rest; words += 1) {
      const [word, stop] = nextWord(codes, end);
      if (!word || !(traits(/** @type {number} */ (word.codePointAt(0))) & UPPER || joiners.has(word))) return false;
      if (bodies.has(word.toLowerCase())) return true;
      end = stop;
    }
    return false;
  }

  /** @param {Uint32Array} codes @param {Candidate[]} chosen @returns {Context} */
  function contextOf(codes, chosen) {
    const own = chosen.filter(({ forms: [form] }) => !form.shared && (!form.unsure || form.words));
    const introduced = new Map();
    for (let at = 1; at < chosen.length; at += 1) {
      const [[one], others] = [idsOf(chosen[at - 1]), idsOf(chosen[at])];
      if (idsOf(chosen[at - 1]).length !== 1 || others.length < 2 || !others.includes(one)) continue;
      if (inBrackets(codes, chosen[at - 1], chosen[at]) && !introduced.has(others.join())) introduced.set(others.join(), one);
    }
    return { sure: chosen.filter((each) => each.sure), named: new Set(own.map((each) => each.forms[0].entry.id)), introduced };
  }

  /** @param {Form} form @param {Candidate} each @param {Context} context */
  function isMeant(form, each, { sure }) {
    if (!form.unsure) return true;
    const { kind } = form.entry;
    if (rules.followers[kind].includes(each.next)) return true;
    const reach = BODIES.has(kind) || (kind === "term" && form.words) ? rules.nearBodies : rules.near;
    const byTopic = !BODIES.has(kind) && (form.capitals || kind === "weapon");
    for (let at = lastUpTo(sure.length, (one) => sure[one].start, each.start - reach - 1) + 1; at < sure.length; at += 1) {
      if (sure[at].start > each.end + reach) return false;
      if (sure[at] !== each && (!byTopic || form.topics & sure[at].topics)) return true;
    }
    return false;
  }

  /** The entry meant of those that share a name: by the word after it, or by what else the text names.
   * @param {Entry[]} entries @param {Uint32Array} codes @param {Candidate} each @param {Context} context */
  function resolved(entries, codes, each, context) {
    if (entries.length === 1) return entries[0].id;
    const treaties = entries.filter((one) => one.kind === "treaty");
    if (treaties.length === 1 && rules.followers.treaty.includes(each.next)) return treaties[0].id;
    const areThings = things.has(each.next) || codes[each.end - 1] === SMALL_S;
    const left = (areThings ? entries.filter((one) => one.kind !== "treaty") : entries).map((one) => one.id);
    const introduced = context.introduced.get(entries.map((one) => one.id).sort().join());
    if (introduced && left.includes(introduced)) return introduced;
    const named = left.length === 1 ? left : left.filter((one) => context.named.has(one));
    return named.length === 1 ? named[0] : null;
  }

  return (text) => {
    const codes = codesOf(text);
    /** @type {Candidate[]} */
    const found = [];
    candidates(codes, folded(codes, plain), found);
    const whole = joined(codes);
    if (whole) candidates(codes, folded(whole, plain), found);
    const within = addresses(codes);
    const chosen = longest(
      found.filter((each) => {
        const at = lastUpTo(within.length, (one) => within[one][0], each.start);
        return !(at >= 0 && each.start < within[at][1]) && !isPart(codes, each);
      }),
    );
    const context = contextOf(codes, chosen);
    /** @type {Match[]} */
    const matches = [];
    for (const each of chosen) {
      const entries = [...new Set(each.forms.filter((form) => isMeant(form, each, context)).map((form) => form.entry))];
      if (!entries.length) continue;
      const id = resolved(entries, codes, each, context);
      const alternatives = entries.map((entry) => entry.id).filter((other) => other !== id);
      matches.push({ start: each.start, end: each.end, surface: written(codes, each.start, each.end), id, alternatives });
    }
    return matches;
  };
}

/** @param {Uint32Array} codes @param {number} start @param {number} end @param {Form[]} forms @returns {Candidate} */
function candidate(codes, start, end, forms) {
  const topics = forms.reduce((all, form) => all | form.topics, 0);
  return { start, end, forms, sure: forms.some((form) => !form.unsure), topics, next: nextWord(codes, end)[0].toLowerCase() };
}

/** The entries that a name may mean. @param {Candidate} each */
const idsOf = (each) => [...new Set(each.forms.map((form) => form.entry.id))].sort();

/** @param {Uint32Array} codes @param {Candidate} one @param {Candidate} other */
function inBrackets(codes, one, other) {
  return written(codes, one.end, other.start).trim() === "(" && codes[other.end] === 0x29;
}

/** Of overlapping names the one that begins first, and of those the longest. @param {Candidate[]} found */
function longest(found) {
  /** @type {Candidate[]} */
  const chosen = [];
  let end = 0;
  for (const each of found.sort((one, other) => one.start - other.start || other.end - one.end)) {
    if (each.start < end) continue;
    chosen.push(each);
    end = each.end;
  }
  return chosen;
}

/** The text in pieces, in order: what is written, and the name that it is, if any.
 * @param {string} text @param {Match[]} matches @returns {[string, Match | null][]} */
export function pieces(text, matches) {
  /** @type {[string, Match | null][]} */
  const found = [];
  let [at, code] = [0, 0];
  for (const match of matches) {
    const from = at;
    for (; code < match.start; code += 1) at += /** @type {number} */ (text.codePointAt(at)) > 0xffff ? 2 : 1;
    if (at > from) found.push([text.slice(from, at), null]);
    found.push([match.surface, match]);
    at += match.surface.length;
    code = match.end;
  }
  if (at < text.length) found.push([text.slice(at), null]);
  return found;
}

if (typeof document === "undefined" && typeof self !== "undefined") {
  /** @type {ReturnType<typeof finderOf> | null} */
  let find = null;
  self.addEventListener("message", ({ data }) => {
    if (data.names) find = finderOf(data.names);
    else if (find) self.postMessage({ number: data.number, matches: find(data.text) });
  });
}
