// How near two words are to one another, in letters that are changed, left out, added or swapped.

const CODE_A = 97;

/** The letters of a word as bits, so that words without common letters need not be compared.
 * @param {string} word */
export function lettersOf(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << ((word.charCodeAt(at) - CODE_A) & 31);
  return bits;
}

/** @param {number} bits */
function bitsIn(bits) {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** How many mistakes a word of a length may hold.
 * @param {string} word */
export const mistakesIn = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

const MOST = 64;
let [before, last, row] = [new Uint8Array(MOST), new Uint8Array(MOST), new Uint8Array(MOST)];

/** The number of mistakes between two words, or one more than `most` where there are more. Numbers do not differ by a mistake.
 * @param {string} one @param {number} oneLetters @param {string} other @param {number} otherLetters @param {number} most */
export function mistakes(one, oneLetters, other, otherLetters, most) {
  if (Math.abs(one.length - other.length) > most || other.length >= MOST || one.length >= MOST) return most + 1;
  if (bitsIn(oneLetters & ~otherLetters) > most || bitsIn(otherLetters & ~oneLetters) > most) return most + 1;
  if (digitsOf(one) !== digitsOf(other)) return most + 1;
  for (let at = 0; at <= other.length; at += 1) last[at] = at;
  for (let from = 1; from <= one.length; from += 1) {
    if (nextRow(one, from, other) > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[other.length], most + 1);
}

/** @param {string} word */
const digitsOf = (word) => (/\d/.test(word) ? word.replace(/\D/g, "") : "");

/** Fill the row of the table for one more letter, and say the least number in it.
 * @param {string} one @param {number} from @param {string} other */
function nextRow(one, from, other) {
  row[0] = from;
  let least = from;
  for (let to = 1; to <= other.length; to += 1) {
    const changed = last[to - 1] + Number(one[from - 1] !== other[to - 1]);
    let fewest = Math.min(changed, last[to] + 1, row[to - 1] + 1);
    if (from > 1 && to > 1 && one[from - 1] === other[to - 2] && one[from - 2] === other[to - 1]) fewest = Math.min(fewest, before[to - 2] + 1);
    row[to] = fewest;
    least = Math.min(least, fewest);
  }
  return least;
}
