// Which entries a query means, best first: by a name, by one nearly so written, by words and by days.
// Pure functions, so that tests can call them.
import { askedDays, fallsInto } from "./asked-days.js";
import { folded } from "./folded.js";
import { lettersOf, mistakes, mistakesIn } from "./near.js";
import { matchesOf, vocabularyOf, weightOf } from "./vocabulary.js";
import { compacted, rootOf, singular, soundOf, soundsOf, telling, tellingOf, wordsOf, wordsOfField } from "./words.js";

/**
 * @typedef {{u: string, t: string, k: string, s: string, a: string, n: string[], d?: [string, string][], o?: string[]}} Entry address, title, kind, status, answer, names, days with what was done, who made it
 * @typedef {{entry: Entry, names: string[], name: string[], compact: string[], letters: number[]}} Named an entry and its names, as they are written, folded, without spaces, as bits
 * @typedef {Named[] & {core: Map<string, [number, string][]>, sounds: Map<string, [number, string][]>, vocabulary: import("./vocabulary.js").Vocabulary}} Known the entries, made ready
 * @typedef {{entry: Entry, name: string, score: number, said?: string}} Found an entry, the name by which it was found, lower is better, and what was done on the day asked about
 * @typedef {import("./asked-days.js").AskedDays} AskedDays
 * @typedef {{found: Found[], meant: string, isOfTwo?: boolean}} Answer what was found, what the reader may have meant to type, and
 *   whether two things were asked about
 */

const NONE = 100;
export const MOST = 12;
/** The ways to be found, from the surest; those between 0 and 5 by a name as it is typed. */
const [ON_DAY, CORE, SOUND, NEARLY, WORDS, DAYS] = [1.2, 1.5, 3.5, 5.5, 6, 8];
/** Up to this score a result is surely meant. */
export const SURE = 4;
/** Words that fit so much worse than the best are not worth showing. */
const LEAST_SHARE = 0.4;
/** Words that fit about as well as the best, so that the day tells which entry is meant. */
const DAY_SHARE = 0.5;
/** The words that ask for an agreement, and by how much agreements are preferred then. */
const AGREEMENTS = new Set(["treaty", "agreement", "convention", "protocol", "prohibition", "ban"]);
const ASKED_KIND = 1.15;
/** By how much weapons of a country are preferred that is named. */
const ASKED_MAKER = 1.4;
/** Sections whose entries are seldom meant by words that fit another one about as well. */
const SELDOM_MEANT = new Map([["events", 0.9], ["organisations", 0.9], ["states", 0.85]]);
const BETWEEN = / (?:vs?\.?|versus|or|compared (?:to|with)|против|gegen|oder|contre) /;
const OF_TWO = /^(?:what is |what's )?(?:the )?(?:difference between|differences between|compare|comparison of|comparing) (.+?) (?:and|with|to) (.+)$/;

/** Make entries ready to be searched.
 * @param {Entry[]} entries
 * @param {string[]} texts the words of the texts of each entry, or nothing where they are not loaded
 * @returns {Known} */
export function prepared(entries, texts = []) {
  const named = entries.map((entry) => {
    const names = [entry.t, ...entry.n];
    const name = names.map(folded);
    const compact = name.map(compacted);
    return { entry, names, name, compact, letters: compact.map(lettersOf) };
  });
  return Object.assign(named, {
    core: tableOf(named, coreOf),
    sounds: tableOf(named, (name) => soundOf(compacted(name))),
    vocabulary: vocabularyOf(named, texts),
  });
}

/** The names by one of their forms. @param {Named[]} named @param {(name: string) => string} form */
function tableOf(named, form) {
  /** @type {Map<string, [number, string][]>} */
  const table = new Map();
  named.forEach(({ names, name }, number) =>
    name.forEach((each, index) => {
      const key = form(each);
      if (!table.has(key)) table.set(key, []);
      table.get(key)?.push([number, names[index]]);
    }),
  );
  return table;
}

/** What a name or a query comes to without small words and plurals. @param {string} name */
const coreOf = (name) => telling(wordsOf(name)).map(singular).join("") || compacted(name);

/** The entries that a query may mean, best first.
 * @param {Known} known @param {string} query @param {number} most
 * @returns {Found[]} */
export const ranked = (known, query, most = MOST) => answered(known, query, most).found;

/** The entries that a query may mean, best first, and what else the reader may have meant to type.
 * @param {Known} known @param {string} query @param {number} most
 * @returns {Answer} */
export function answered(known, query, most = MOST) {
  const wanted = folded(query).replace(/[?!…]+$/, "").trim();
  if (!compacted(wanted)) return { found: [], meant: "" };
  return ofTwo(known, wanted, most) ?? ofOne(known, wanted, most);
}

/** What is found where two things are asked about: one of each in turn. @param {Known} known @param {string} wanted @param {number} most */
function ofTwo(known, wanted, most) {
  const parts = OF_TWO.exec(wanted)?.slice(1) ?? wanted.split(BETWEEN);
  if (parts.length !== 2) return null;
  const found = parts.map((part) => ofOne(known, part, most).found);
  if (!found.every(([best]) => best && best.score < WORDS)) return null;
  const inTurn = found[0].flatMap((each, at) => [each, ...found[1].slice(at, at + 1)]);
  const others = found[1].slice(found[0].length);
  return { found: unique([...inTurn, ...others]).slice(0, most), meant: "", isOfTwo: true };
}

/** @param {Found[]} found */
const unique = (found) => found.filter((each, at) => found.findIndex(({ entry }) => entry === each.entry) === at);

/** @param {Known} known @param {string} wanted @param {number} most @returns {Answer} */
function ofOne(known, wanted, most) {
  const asked = askedDays(wanted);
  /** @type {Map<number, Found>} */
  const best = new Map();
  /** @param {number} number @param {string} name @param {number} score @param {string} [said] */
  const add = (number, name, score, said) => {
    const before = best.get(number);
    if (!before || score < before.score) best.set(number, { entry: known[number].entry, name, score, said: said ?? before?.said });
  };
  const words = asked ? tellingOf(wordsOf(asked.rest)) : telling(wordsOf(wanted));
  byName(known, wanted, add);
  byCore(known, words, add);
  const isNamed = [...best.values()].some(({ score }) => score < SURE);
  const isKnown = words.every((word) => known.vocabulary.words.has(word));
  const nearest = isNamed || isKnown ? "" : byNearName(known, words.join(""), add);
  const corrected = byWords(known, words, asked, add);
  if (asked) byDays(known, asked, words, add);
  const found = [...best.values()].sort(inOrder).slice(0, most);
  return { found, meant: isNamed ? "" : nearest || corrected };
}

/** @param {Found} one @param {Found} other */
function inOrder(one, other) {
  return one.score - other.score || one.entry.t.length - other.entry.t.length || one.entry.t.localeCompare(other.entry.t);
}

/** @typedef {(number: number, name: string, score: number, said?: string) => void} Add */

/** @param {Known} known @param {string} wanted @param {Add} add */
function byName(known, wanted, add) {
  const tight = compacted(wanted);
  const begun = [" ", "-", "("].map((before) => before + wanted);
  known.forEach(({ names, name, compact }, number) => {
    for (let index = 0; index < name.length; index += 1) {
      const score = nameScore(name[index], compact[index], wanted, tight, begun);
      if (score < NONE) add(number, names[index], score + (index ? 0.1 : 0));
    }
  });
}

/** @param {string} name @param {string} compact @param {string} wanted @param {string} tight
 * @param {string[]} begun what is wanted at the beginning of a word */
function nameScore(name, compact, wanted, tight, begun) {
  if (name === wanted) return 0;
  if (compact === tight) return 1;
  if (name.startsWith(wanted)) return 2;
  if (compact.startsWith(tight)) return 3;
  if (begun.some((words) => name.includes(words))) return 4;
  return tight.length > 2 && compact.includes(tight) ? 5 : NONE;
}

/** By a name without small words and plurals, or by its sound. @param {Known} known @param {string[]} words @param {Add} add */
function byCore(known, words, add) {
  for (const [number, name] of known.core.get(words.map(singular).join("")) ?? []) add(number, name, CORE);
  for (const sound of soundsOf(words.join(""))) for (const [number, name] of known.sounds.get(sound) ?? []) add(number, name, SOUND);
}

/** By a name with a mistake or two in it; the nearest is what the reader may have meant.
 * @param {Known} known @param {string} tight @param {Add} add */
function byNearName(known, tight, add) {
  const [letters, most] = [lettersOf(tight), mistakesIn(tight)];
  let [nearest, least] = ["", most + 1];
  if (!most) return nearest;
  known.forEach(({ names, compact, letters: bits }, number) => {
    for (let index = 0; index < compact.length; index += 1) {
      const far = mistakes(tight, letters, compact[index], bits[index], most);
      if (far > most || far * 3 > compact[index].length) continue;
      add(number, names[index], NEARLY + far / 10 + (index ? 0.01 : 0));
      if (far < least) [nearest, least] = [names[index], far];
    }
  });
  return nearest;
}

/** By words that stand in names, answers and texts. Returns the words as they may have been meant, where one is not known.
 * @param {Known} known @param {string[]} words @param {AskedDays | null} asked @param {Add} add */
function byWords(known, words, asked, add) {
  const matched = words.map((word, at) => matchesOf(known.vocabulary, word, at === words.length - 1));
  const weights = weightOf(known.vocabulary, matched);
  const isOfAgreements = asksForAgreement(words);
  const countries = words.map((word) => wordsOfField(word).join(" ") || word);
  for (const [number, weight] of weights) {
    const { u: address, o: makers = [] } = known[number].entry;
    const isOfCountry = makers.some((maker) => countries.some((country) => ` ${maker} `.includes(` ${country} `)));
    const share = asked ? 1 : (SELDOM_MEANT.get(address.split("/")[0]) ?? 1);
    weight.score *= isOfCountry ? ASKED_MAKER : isOfAgreements && address.startsWith("treaties/") ? ASKED_KIND : share;
  }
  const best = Math.max(...[...weights.values()].map(({ score }) => score));
  for (const [number, { score, name }] of weights) {
    if (score < best * LEAST_SHARE) continue;
    const { entry, names } = known[number];
    const done = asked ? doneOn(entry, asked) : undefined;
    const isAskedFor = asked?.exact && done !== undefined && score > best * DAY_SHARE;
    add(number, names[name], isAskedFor ? ON_DAY + (done ? 0.1 : 0) : WORDS + 2 / (1 + score + (done === undefined ? 0 : 0.3)), done);
  }
  return matched.some(({ guess }) => guess) ? words.map((word, at) => matched[at].guess || word).join(" ") : "";
}

/** Whether a query asks for an agreement. @param {string[]} words */
function asksForAgreement(words) {
  return words.flatMap((word) => [word, ...wordsOfField(word)]).some((word) => AGREEMENTS.has(singular(word)));
}

/** What was done to an entry on the days that are asked about; undefined where nothing was. First what is asked for in words.
 * @param {Entry} entry @param {AskedDays} asked @param {string[]} [roots] */
function doneOn({ d = [], k }, asked, roots = []) {
  const done = d.filter(([date]) => fallsInto(asked, date)).map(([, act]) => act);
  return done.find((act) => isDone(`${act} ${k}`, roots)) ?? done[0];
}

/** Whether the words of an act are what a query asks for. @param {string} said @param {string[]} roots */
function isDone(said, roots) {
  const known = wordsOf(folded(said)).flatMap((word) => [word, ...wordsOfField(word)]).map(rootOf);
  return roots.every((root) => known.includes(root));
}

/** What happened on the days that are asked about, events before acts: first where just that is asked.
 * @param {Known} known @param {AskedDays} asked @param {string[]} words @param {Add} add */
function byDays(known, asked, words, add) {
  const roots = words.flatMap((word) => wordsOfField(word)[0] ?? word).map(rootOf);
  known.forEach(({ entry, names }, number) => {
    const done = doneOn(entry, asked, roots);
    if (done === undefined) return;
    const isAskedFor = isDone(`${done} ${entry.k}`, roots);
    add(number, names[0], (isAskedFor ? ON_DAY : DAYS) + (done ? 0.1 : 0) + (goesOnAround(entry, asked) ? 0.2 : 0), done);
  });
}

/** Whether an entry only goes on during the days asked about, and has no day of its own among them.
 * @param {Entry} entry @param {AskedDays} asked */
function goesOnAround({ d = [] }, asked) {
  return d.filter(([date]) => fallsInto(asked, date)).every(([date]) => date.includes("/"));
}
