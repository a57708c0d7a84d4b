// When two names are one for a list or a search.

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
