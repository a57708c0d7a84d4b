// Which entries a query means, best first. Pure functions, so that tests can call them.

/**
 * @typedef {{u: string, t: string, k: string, s: string, a: string, n: string[]}} Entry address, title, kind, status, answer, names
 * @typedef {{entry: Entry, names: string[], compact: string[], words: string[], text: string}} Known an entry, made ready
 * @typedef {{entry: Entry, name: string, score: number}} Found an entry, the name by which it was found, lower is better
 */

const NONE = 100;
export const MOST = 12;
const LEAST_STEM = 4;

/** A name as it is compared: case, accents, kinds of dash and of apostrophe do not count.
 * @param {string} text */
export function folded(text) {
  return text
    .toLowerCase()
    .replace(/ß/g, "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

/** A folded name without spaces and punctuation: "ss-18" and "ss 18" are one.
 * @param {string} text */
const compacted = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");

/** @param {string} text */
const wordsOf = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Make entries ready to be searched.
 * @param {Entry[]} entries
 * @param {string[]} texts the running text of each entry, or nothing where it is not loaded
 * @returns {Known[]} */
export function prepared(entries, texts = []) {
  return entries.map((entry, index) => {
    const names = [entry.t, ...entry.n].map(folded);
    const words = [...new Set(names.flatMap(wordsOf))];
    return { entry, names, compact: names.map(compacted), words, text: folded(`${entry.a} ${texts[index] ?? ""}`) };
  });
}

/** The entries that a query may mean, best first.
 * @param {Known[]} known
 * @param {string} query
 * @param {number} most
 * @returns {Found[]} */
export function ranked(known, query, most = MOST) {
  const wanted = folded(query);
  const tight = compacted(wanted);
  if (!tight) return [];
  const words = wordsOf(wanted);
  return known
    .map((each) => scored(each, wanted, tight, words))
    .filter((found) => found.score < NONE)
    .sort((one, other) => one.score - other.score || one.entry.t.length - other.entry.t.length || one.entry.t.localeCompare(other.entry.t))
    .slice(0, most);
}

/** @param {Known} each @param {string} wanted @param {string} tight @param {string[]} words @returns {Found} */
function scored(each, wanted, tight, words) {
  const names = [each.entry.t, ...each.entry.n];
  let score = NONE;
  let at = 0;
  each.names.forEach((name, index) => {
    const here = nameScore(name, each.compact[index], wanted, tight) + (index ? 0.1 : 0);
    if (here < score) [score, at] = [here, index];
  });
  if (score >= NONE) score = looseScore(each, words);
  return { entry: each.entry, name: names[at], score };
}

/** @param {string} name @param {string} compact @param {string} wanted @param {string} tight */
function nameScore(name, compact, wanted, tight) {
  if (name === wanted) return 0;
  if (compact === tight) return 1;
  if (name.startsWith(wanted)) return 2;
  if (compact.startsWith(tight)) return 3;
  if (name.includes(` ${wanted}`) || name.includes(`-${wanted}`) || name.includes(`(${wanted}`)) return 4;
  return tight.length > 2 && compact.includes(tight) ? 5 : NONE;
}

/** Every word of the query begins a word of a name, or nearly so ("launch notice"), or stands in the text.
 * @param {Known} each @param {string[]} words */
function looseScore(each, words) {
  if (words.every((word) => each.words.some((known) => known.startsWith(word)))) return 6;
  if (words.length > 1 && words.every((word) => each.words.some((known) => sharesStem(known, word)))) return 7;
  return words.every((word) => word.length > 2 && each.text.includes(word)) ? 8 : NONE;
}

/** @param {string} one @param {string} other */
function sharesStem(one, other) {
  let shared = 0;
  while (shared < one.length && shared < other.length && one[shared] === other[shared]) shared += 1;
  return shared === Math.min(one.length, other.length) || (shared >= LEAST_STEM && shared * 3 >= other.length * 2);
}
