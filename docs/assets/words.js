// What makes two words one: case, accents, dashes, plurals, endings, and the ways to write one script in another.

/** A folded name without spaces and punctuation: "ss-18" and "ss 18" are one.
 * @param {string} text */
export const compacted = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");

/** The words of a folded text; a possessive is the word itself, and so is what a French article stands before.
 * @param {string} text */
export const wordsOf = (text) =>
  text
    .replace(/(\p{L})'s(?!\p{L})/gu, "$1")
    .replace(/(?<![\p{L}\p{N}])[dl]'(?=\p{L})/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const STOP = new Set(
  `a about all also am an and any are as at be been between by can compare compared could defined definition describe did difference do does
  ever every exactly explain explained explanation for from get gets give had happen happened has have how in into is it its join joined know like
  list many me mean meaning means meant much my name named names not of off on one or our please say says should show so still stand stands
  tell than that the their them there these they this those to too us used versus vs was we were what whats when where which who whom
  whose why will with work works would you your
  au aux avec ce ces cest dans de des du en est et la le les ou par pour quand que quel quelle quels quelles qui quoi sont sur un une
  als am auf bei das dem den der des die ein eine einen einer eines fur gegen ist im ist mit oder sind und uber unter von vom wann war was
  welche welcher welches wer wie wo zu zum zur
  во из как какие какой когда кто на об от по со такое что это
  та де коли про у хто це що як який`.split(/\s+/),
);

/** The words that tell something.
 * @param {string[]} words */
export const tellingOf = (words) => words.filter((word) => !STOP.has(word));

/** The words that tell something: all of them where none does.
 * @param {string[]} words */
export function telling(words) {
  const left = tellingOf(words);
  return left.length ? left : words;
}

const SAME_IN_PLURAL = /(?:ss|us|is|ics)$/;

/** A word in the singular, as far as its form tells.
 * @param {string} word */
export function singular(word) {
  if (word.length < 4 || !word.endsWith("s") || SAME_IN_PLURAL.test(word) || /\d/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(?:[sx]|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

const ENDINGS = /(?:(?<=if)(?:ications?|y|ies|ied|ying)|ations?|ational|ating|ated|ates?|ators?|itions?|ions?|ional|ments?|ness|ingly|ings?|edly|eds?|ers?|ors?|ives?|ally|als?|ly|ity|ies|able|ible|ance|ence|ant|ent|es|e|y|s)$/;
const CYRILLIC_ENDINGS = /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|ией|иям|ах|ях|ам|ям|ом|ем|ов|ев|ей|ой|ою|ый|ий|ая|яя|ое|ее|ые|ие|их|ых|ию|ия|ии|а|я|у|ю|ы|и|е|о|ь|і|ї|є)$/;
const LEAST_ROOT = 4;

/** A word without its ending, where enough is left of it.
 * @param {string} word */
export function rootOf(word) {
  const bare = singular(word);
  const root = bare.replace(/[а-яіїєґ]$/.test(bare) ? CYRILLIC_ENDINGS : ENDINGS, "");
  const plain = root.replace(/([^aeiou\d])\1$/, "$1");
  return plain.length < LEAST_ROOT ? bare : plain;
}

/** @type {Record<string, string>} */
const LATIN = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ж: "zh", з: "z", и: "i", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r",
  с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "sh", ъ: "", ы: "i", ь: "", э: "e", ю: "yu", я: "ya",
  і: "i", є: "e", ґ: "g",
};

/** The groups of letters that stand for one sound in some spelling, the longest first. @type {[RegExp, string][]} */
const SOUNDS = [
  [/s(?:ch?t)?sch|shch/g, "S"],
  [/tsch|tch|tsh/g, "C"],
  [/dzh|dsch|dj|sch|sh|zh|j/g, "S"],
  [/kh/g, "h"],
  [/ch/g, "C"],
  [/ts|tz|cz|z|c(?=[eiy])/g, "s"],
  [/ck|q|c/g, "k"],
  [/x/g, "ks"],
  [/ou/g, "u"],
  [/ph|w|f/g, "v"],
  [/y|ii/g, "i"],
  [/ie/g, "e"],
  [/(.)\1+/g, "$1"],
];

/** How a folded word sounds, roughly, in whatever script and by whichever rules it is written: "kinjal", "Kinschal", "кинжал".
 * @param {string} word */
export function soundOf(word) {
  if (!/[a-zа-яіїєґ]/.test(word)) return word;
  const latin = word.replace(/[а-яіїєґ]/g, (letter) => LATIN[letter] ?? letter);
  return SOUNDS.reduce((sound, [letters, one]) => sound.replace(letters, one), latin);
}

const LEAST_SOUND = 3;

/** How a folded word may sound, its j as in French or as in German ("Rjabkow"), where that is enough to tell words apart.
 * @param {string} word */
export function soundsOf(word) {
  const sounds = new Set([soundOf(word), soundOf(word.replace(/(?<!d)j/g, "y"))]);
  return [...sounds].filter((sound) => sound.length >= LEAST_SOUND && word.length > LEAST_SOUND);
}

/** What a reader may say for words of the field: everyday words, adjectives of countries, other names of places, and a few of
 * other languages. Each line gives the words of the field, and what stands for them. */
const FIELD = new Map(
  `nuclear weapon: nuke nukes atomwaffe atomwaffen kernwaffe kernwaffen
  nuclear: atomic atom nucleaire nucleaires nuklear nukleare nuklearer ядерное ядерный ядерная ядерные
  missile: rocket rockets rakete raketen missil misil misiles ракета ракеты ракети
  weapon: arms arme armes waffe waffen arma armas оружие зброя
  treaty: traite traites vertrag pact pacte tratado договор договора договір
  agreement: abkommen accord accords deal соглашение угода
  convention: konvention ubereinkommen convencion конвенция конвенція
  prohibition: ban bans banned forbid forbids forbidden outlaw outlaws outlawed interdiction verbot запрещение заборона
  ban: prohibit prohibits prohibited
  withdrawal: withdrew quit quits exit leave leaves leaving sortie austritt kundigung выход вихід
  accession: acceded beitritt adhesion
  entry: enter enters entering
  limitation: limit limits cap caps
  mine: landmine landmines minen
  space: outerspace weltraum espace космос
  glide: glider gliders
  skies: overflight overflights overfly
  submarine: sub subs
  chemical: gas chimique chimiques chemische sarin novichok mustard
  chemical weapon: chemiewaffe chemiewaffen
  biological: germ germs bioweapon bioweapons anthrax smallpox biologique biologiques biologische
  biological weapon: biowaffe biowaffen
  notification: announce announces announced announcement notice notify notified
  trade: sale sales sell selling
  assurance: guarantee guarantees
  explosion: explode explodes exploded
  intercontinental: icbm icbms
  defence: defense shield abwehr
  centre: center
  united states: america american americans
  united kingdom: british briton
  france: french
  germany: german
  russia: russian russians
  ukraine: ukrainian
  china: chinese
  india: indian
  pakistan: pakistani
  iran: iranian
  israel: israeli
  japan: japanese
  korea: korean
  turkey: turkish
  poland: polish
  kyiv: kiev
  kharkiv: kharkov
  lviv: lvov lwow lemberg
  dnipro: dnepr dnepropetrovsk dnipropetrovsk`
    .split("\n")
    .map((line) => line.trim().split(": "))
    .flatMap(([field, said]) => said.split(" ").map((word) => /** @type {[string, string[]]} */ ([word, field.split(" ")]))),
);

/** The words of the field that a folded word stands for.
 * @param {string} word */
export const wordsOfField = (word) => FIELD.get(word) ?? [];
