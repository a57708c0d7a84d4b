// The words of all entries: where each stands, and which of them a word of a query may mean.
import { lettersOf, mistakes, mistakesIn } from "./near.js";
import { folded } from "./folded.js";
import { rootOf, singular, soundOf, soundsOf, wordsOf, wordsOfField } from "./words.js";

/**
 * @typedef {{word: string, letters: number, sound: string, places: Map<number, number>, names: number[]}} Word where it stands, by the
 * number of the entry, as `IN_NAMES`, `IN_ANSWERS` and how often in texts; and the numbers of the forms that have it
 * @typedef {{entry: number, name: number, words: string[]}} Form a name of an entry, in words
 * @typedef {{words: Map<string, Word>, sorted: string[], roots: Map<string, Word[]>, sounds: Map<string, Word[]>, forms: Form[], entries: number, answered: Map<string, Matches>}} Vocabulary
 * @typedef {{words: Map<Word, number>, guess: string}} Matches how well each word fits, and the word that may have been meant instead
 */

const [IN_NAMES, IN_ANSWERS, OFTEN] = [16, 8, 7];
/** How well a word fits: itself, in another number, with another ending, the word of the field for it, one that sounds or begins so … */
const [SAME, NUMBER, ROOT, OF_FIELD, SOUNDS, BEGINS, NEAR, STEM] = [1, 0.97, 0.85, 0.7, 0.85, 0.8, 0.7, 0.6];
/** … and how much it counts in names, answers and texts, and for each time more. */
const [IN_NAME, IN_ANSWER, IN_TEXT, OFTENER] = [1, 0.7, 0.3, 0.08];
/** What a name that is covered by the query counts, and a word that is written out where its beginning would do as well. */
const [COVERED, UNFINISHED] = [0.85, 0.6];
/** As how many mistakes it counts that a word sounds nearly so. */
const BY_SOUND = 1.25;
const [LEAST_NEAR_SOUND, LEAST_STEM] = [4, 6];

/** @param {{entry: {a: string, k: string}, name: string[]}[]} named @param {string[]} texts @returns {Vocabulary} */
export function vocabularyOf(named, texts) {
  /** @type {Vocabulary} */
  const vocabulary = { words: new Map(), sorted: [], roots: new Map(), sounds: new Map(), forms: [], entries: named.length, answered: new Map() };
  named.forEach(({ entry, name }, number) => {
    name.forEach((form, index) => addName(vocabulary, number, index, wordsOf(form)));
    for (const word of wordsOf(folded(`${entry.k} ${entry.a}`))) standsIn(wordIn(vocabulary, word), number, IN_ANSWERS);
  });
  for (const word of vocabulary.words.values()) listIn(vocabulary.sounds, (word.sound = soundOf(word.word))).push(word);
  texts.forEach((text, number) => addText(vocabulary, number, text));
  vocabulary.sorted = [...vocabulary.words.keys()].sort();
  for (const word of vocabulary.words.values()) listIn(vocabulary.roots, rootOf(word.word)).push(word);
  return vocabulary;
}

/** @param {Vocabulary} vocabulary @param {number} entry @param {number} name @param {string[]} words */
function addName(vocabulary, entry, name, words) {
  for (const each of words) {
    const word = wordIn(vocabulary, each);
    standsIn(word, entry, IN_NAMES);
    word.names.push(vocabulary.forms.length);
  }
  vocabulary.forms.push({ entry, name, words });
}

/** @param {Vocabulary} vocabulary @param {number} entry @param {string} text */
function addText(vocabulary, entry, text) {
  for (const each of text.split(" ")) {
    if (!each) continue;
    const { places } = wordIn(vocabulary, each);
    const before = places.get(entry) ?? 0;
    if ((before & OFTEN) < OFTEN) places.set(entry, before + 1);
  }
}

/** @param {Vocabulary} vocabulary @param {string} word @returns {Word} */
function wordIn({ words }, word) {
  const known = words.get(word);
  if (known) return known;
  const made = { word, letters: lettersOf(word), sound: "", places: new Map(), names: [] };
  words.set(word, made);
  return made;
}

/** @param {Word} word @param {number} entry @param {number} where */
const standsIn = ({ places }, entry, where) => void places.set(entry, (places.get(entry) ?? 0) | where);

/** @template T @param {Map<string, T[]>} lists @param {string} key @returns {T[]} */
function listIn(lists, key) {
  const list = lists.get(key) ?? [];
  if (!list.length) lists.set(key, list);
  return list;
}

/** The words that a word of a query may mean; the last may not be typed to its end.
 * @param {Vocabulary} vocabulary @param {string} word @param {boolean} isLast @returns {Matches} */
export function matchesOf(vocabulary, word, isLast) {
  const key = `${word}${isLast ? "…" : ""}`;
  const before = vocabulary.answered.get(key);
  if (before) return before;
  const matches = found(vocabulary, word, isLast);
  vocabulary.answered.set(key, matches);
  return matches;
}

/** @param {Vocabulary} vocabulary @param {string} word @param {boolean} isLast @returns {Matches} */
function found(vocabulary, word, isLast) {
  /** @type {Map<Word, number>} */
  const words = new Map();
  /** @param {Word} each @param {number} fit */
  const add = (each, fit) => {
    if (fit > (words.get(each) ?? 0)) words.set(each, fit);
  };
  addWritten(vocabulary, word, add);
  addSounding(vocabulary, word, add);
  const begins = BEGINS * (vocabulary.words.has(word) ? UNFINISHED : 1);
  if (isLast || !words.size) for (const each of beginningWith(vocabulary, word)) add(each, (begins * (1 + word.length / each.word.length)) / 2);
  if (!words.size) addStem(vocabulary, word, add);
  return { words, guess: words.size ? "" : addNear(vocabulary, word, add) };
}

/** @typedef {(each: Word, fit: number) => void} Add */

/** The same word, in another number or with another ending, or the word of the field for it.
 * @param {Vocabulary} vocabulary @param {string} word @param {Add} add */
function addWritten({ words, roots }, word, add) {
  const same = words.get(word);
  if (same) add(same, SAME);
  for (const each of roots.get(rootOf(word)) ?? []) add(each, singular(each.word) === singular(word) ? NUMBER : ROOT);
  for (const term of wordsOfField(word)) for (const each of roots.get(rootOf(term)) ?? []) add(each, OF_FIELD);
}

/** @param {Vocabulary} vocabulary @param {string} word @param {Add} add */
function addSounding({ sounds }, word, add) {
  for (const sound of soundsOf(word)) for (const each of sounds.get(sound) ?? []) add(each, SOUNDS);
}

/** The words that begin as a word does. @param {Vocabulary} vocabulary @param {string} word @returns {Generator<Word>} */
function* beginningWith({ sorted, words }, word) {
  if (word.length < 2) return;
  for (let at = placeIn(sorted, word); at < sorted.length && sorted[at].startsWith(word); at += 1) yield /** @type {Word} */ (words.get(sorted[at]));
}

/** The number of the first of some sorted words that is not before a word. @param {string[]} sorted @param {string} word */
function placeIn(sorted, word) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words that share most of their letters from the first on, as compounds and cases do: "Raketenabwehrvertrag".
 * @param {Vocabulary} vocabulary @param {string} word @param {Add} add */
function addStem({ sorted, words }, word, add) {
  const least = Math.max(LEAST_STEM, Math.ceil(word.length * 0.6));
  if (word.length < least || /\d/.test(word)) return;
  const stem = word.slice(0, least);
  for (let at = placeIn(sorted, stem); at < sorted.length && sorted[at].startsWith(stem); at += 1) {
    const [shared, longest] = [sharedBy(sorted[at], word), Math.max(sorted[at].length, word.length)];
    add(/** @type {Word} */ (words.get(sorted[at])), (STEM * shared) / longest);
  }
}

/** How many letters two words share from the first on. @param {string} one @param {string} other */
function sharedBy(one, other) {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  return shared;
}

/** The words that are nearly so written, or nearly sound so; returns the nearest, that of most entries first.
 * @param {Vocabulary} vocabulary @param {string} word @param {Add} add */
function addNear(vocabulary, word, add) {
  const most = mistakesIn(word);
  if (!most) return "";
  const far = distanceFrom(word, most);
  let [guess, best] = ["", 0];
  for (const each of vocabulary.words.values()) {
    const distance = far(each);
    if (distance * 3 > each.word.length) continue;
    add(each, NEAR / (0.5 + distance / 2));
    const worth = each.places.size / 1000 + each.names.length / 100 - distance;
    if (!guess || worth > best) [guess, best] = [each.word, worth];
  }
  return guess;
}

/** How far other words are from a word; infinitely where by more than the most mistakes, and not near by sound either.
 * @param {string} word @param {number} most @returns {(each: Word) => number} */
function distanceFrom(word, most) {
  const sound = soundOf(word);
  const [letters, soundLetters] = [lettersOf(word), lettersOf(sound)];
  return (each) => {
    const far = mistakes(word, letters, each.word, each.letters, most);
    if (far <= most) return far;
    const isNear = sound.length >= LEAST_NEAR_SOUND && each.sound && mistakes(sound, soundLetters, each.sound, lettersOf(each.sound), 1) < 2;
    return isNear ? BY_SOUND : Infinity;
  };
}

/** How well entries fit the words of a query, and the number of the name that does so best.
 * @param {Vocabulary} vocabulary @param {Matches[]} matched @returns {Map<number, {score: number, name: number}>} */
export function weightOf(vocabulary, matched) {
  const rarity = matched.map(({ words }) => rarityOf(vocabulary, words));
  const whole = rarity.reduce((sum, each) => sum + each, 0) || 1;
  /** @type {Map<number, {score: number, name: number}>} */
  const weights = new Map();
  matched.forEach(({ words }, at) => {
    for (const [number, fit] of bestFits(words)) {
      const weight = weights.get(number) ?? { score: 0, name: 0 };
      weight.score += (rarity[at] * fit) / whole;
      weights.set(number, weight);
    }
  });
  addNames(vocabulary, matched, rarity, whole, weights);
  return weights;
}

/** @param {Vocabulary} vocabulary @param {Map<Word, number>} words */
function rarityOf({ entries }, words) {
  const numbers = new Set();
  for (const [word, fit] of words) if (fit >= BEGINS) for (const number of word.places.keys()) numbers.add(number);
  return Math.log(1 + entries / Math.max(numbers.size, 1));
}

/** How well some words fit each entry. @param {Map<Word, number>} words */
function bestFits(words) {
  /** @type {Map<number, number>} */
  const fits = new Map();
  for (const [word, fit] of words) {
    for (const [number, place] of word.places) {
      const here = fit * weightOfPlace(place);
      if (here > (fits.get(number) ?? 0)) fits.set(number, here);
    }
  }
  return fits;
}

/** How much a word counts by where it stands. @param {number} place */
function weightOfPlace(place) {
  if (place & IN_NAMES) return IN_NAME;
  return (place & IN_ANSWERS ? IN_ANSWER : IN_TEXT) + OFTENER * (place & OFTEN);
}

/** Add how much of its best name the words of a query cover, and how much of the query that name covers.
 * @param {Vocabulary} vocabulary @param {Matches[]} matched @param {number[]} rarity @param {number} whole
 * @param {Map<number, {score: number, name: number}>} weights */
function addNames(vocabulary, matched, rarity, whole, weights) {
  /** @type {Map<number, number>} */
  const best = new Map();
  for (const [number, covered] of coveredForms(matched, rarity)) {
    const { entry, name, words } = vocabulary.forms[number];
    const own = words.reduce((sum, word) => sum + ownRarity(vocabulary, word), 0);
    const share = (covered * covered) / (whole * Math.max(own, covered));
    const weight = weights.get(entry);
    if (!weight || share <= (best.get(entry) ?? 0)) continue;
    weight.score += COVERED * (share - (best.get(entry) ?? 0));
    weight.name = name;
    best.set(entry, share);
  }
}

/** By the numbers of the names, how much of them the words of a query cover.
 * @param {Matches[]} matched @param {number[]} rarity */
function coveredForms(matched, rarity) {
  /** @type {Map<number, number>} */
  const covered = new Map();
  matched.forEach(({ words }, at) => {
    /** @type {Map<number, number>} */
    const fits = new Map();
    for (const [word, fit] of words) for (const form of word.names) if (fit > (fits.get(form) ?? 0)) fits.set(form, fit);
    for (const [form, fit] of fits) covered.set(form, (covered.get(form) ?? 0) + rarity[at] * fit);
  });
  return covered;
}

/** How rare a word of a name is. @param {Vocabulary} vocabulary @param {string} word */
function ownRarity({ words, entries }, word) {
  return Math.log(1 + entries / Math.max(words.get(word)?.places.size ?? 1, 1));
}
