// The day, month or year that a query asks about.

/** @typedef {{first: string, last: string, rest: string, exact: boolean}} AskedDays from and up to which day as ISO writes it, what else is asked, and whether it is a day or a month */

const MONTHS = [
  "january|jan|janvier|januar|januari|января|январь|січня",
  "february|feb|fevrier|februar|февраля|февраль|лютого",
  "march|mar|mars|marz|марта|март|березня",
  "april|apr|avril|апреля|апрель|квітня",
  "may|mai|мая|травня",
  "june|jun|juin|juni|июня|июнь|червня",
  "july|jul|juillet|juli|июля|июль|липня",
  "august|aug|aout|августа|август|серпня",
  "september|sept|sep|septembre|сентября|сентябрь|вересня",
  "october|oct|octobre|oktober|октября|октябрь|жовтня",
  "november|nov|novembre|ноября|ноябрь|листопада",
  "december|dec|decembre|dezember|декабря|декабрь|грудня",
];
const MONTH = `(?<month>${MONTHS.join("|")})\\.?`;
const YEAR = "(?<year>(?:19|20)\\d\\d)";
const DAY = "(?<day>[0-3]?\\d)(?:st|nd|rd|th|er|\\.)?";
const [BEGIN, END] = ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"];
/** The ways to write a date, the most exact first. */
const FORMS = [
  `${YEAR}-(?<number>\\d\\d)-(?<day>\\d\\d)`,
  `(?<day>\\d\\d?)[./](?<number>\\d\\d?)[./]${YEAR}`,
  `${DAY} (?:of )?${MONTH},? ${YEAR}`,
  `${MONTH} ${DAY},? ${YEAR}`,
  `${YEAR} ${MONTH} ${DAY}`,
  `${YEAR}-(?<number>\\d\\d)`,
  `${MONTH} (?:of )?${YEAR}`,
  `${YEAR} ${MONTH}`,
  YEAR,
].map((form) => new RegExp(BEGIN + form + END, "u"));

/** The days that a folded query asks about; null where it names none.
 * @param {string} query @returns {AskedDays | null} */
export function askedDays(query) {
  for (const form of FORMS) {
    const found = form.exec(query);
    const days = found?.groups && daysOf(found.groups);
    if (found && days) return { ...days, rest: `${query.slice(0, found.index)} ${query.slice(found.index + found[0].length)}`.replace(/\s+/g, " ").trim() };
  }
  return null;
}

/** @param {Record<string, string>} parts */
function daysOf({ year, month, number, day }) {
  const at = month ? MONTHS.findIndex((names) => names.split("|").includes(month)) + 1 : Number(number ?? 0);
  if (at > 12 || Number(day ?? 1) > 31 || Number(day ?? 1) < 1) return null;
  const from = [year, ...(at ? [two(at)] : []), ...(day ? [two(Number(day))] : [])].join("-");
  return { first: from, last: `${from}\uffff`, exact: at > 0 };
}

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/** Whether a date of the data, or the days from one to another, falls into the days that are asked about.
 * @param {AskedDays} asked @param {string} date */
export function fallsInto(asked, date) {
  const [from, to = from] = date.split("/");
  return from <= asked.last && to >= asked.first;
}
