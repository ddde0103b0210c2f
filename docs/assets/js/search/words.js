/** Words as the search compares them. macros/reading/synonyms.py does the same; a test holds both together. */

/** Characters of a query that count. What is longer is no question but a text. */
export const LONGEST = 200;

/**
 * @param {string} text
 * @returns {string[]} small plain letters and numbers, without hyphens or apostrophes
 */
export function words(text) {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’‐‑-]/g, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

const SMALL_WORDS = new Set(
  (
    "a about after all also always am an and any are as at be been being before between but by can could did do does doing " +
    "each else for from get gets getting give go goes going got had has have having he her here him his how i if in " +
    "into is it its just let like make makes me more most my need needs no nor not now of off on once one only or " +
    "other our ours out over own please said say says shall she should so some such than that the their them then " +
    "there these they this those to too up us use very want wants was way we well were what when where which who " +
    "whom why will with would you your yours " +
    // As people ask: don't, I'm, really, anyone, the best way to.
    "actually anybody anyone anything arent cant couldnt didnt doesnt dont ever everything hadnt hasnt havent hello hi " +
    "im isnt ive kind lets might must okay ok really shouldnt somebody someone something sort stuff theres theyre " +
    "anybodys anyones elses somebodys someones " +
    "theyve thing things thats until wasnt werent weve whats whos wont wouldnt youre youve"
  ).split(" "),
);

/**
 * @param {string} word
 * @returns {boolean} whether it says so little that only the words around it count
 */
export function isSmall(word) {
  return SMALL_WORDS.has(word) || (word.length === 1 && !/\d/.test(word));
}

const LIGHT_WORDS = new Set(
  (
    "again almost alone along already another around away back became become bring brought came come comes coming " +
    "done during else enough even every everybody everyone far few first happen happened happening happens instead " +
    "keep keeps kept last later less long lot lots many maybe much never next often others part per put puts quite " +
    "rather same seem seems since soon still stop stopped stopping stops take taken takes taking through together " +
    "took turn turns under used using usually whatever while whole within without yet"
  ).split(" "),
);

/** Words that name what is looked for, each with the kind of result that it is. @type {Map<string, string>} */
const NAMES = new Map(
  Object.entries({
    tool: "template templates checklist checklists worksheet worksheets",
    webinar: "webinar webinars video videos podcast podcasts recording recordings",
    term: "meaning means definition definitions define defined",
    story: "story stories example examples",
  }).flatMap(([standing, words]) => words.split(" ").map((word) => /** @type {[string, string]} */ ([word, standing]))),
);

/**
 * @param {string} word
 * @returns {boolean} whether it tells little, though it tells something: words of how often, how much and when, and
 *   verbs that lean on another word. That the site seldom has one of them makes it no better a clue.
 */
export function isLight(word) {
  return LIGHT_WORDS.has(word) || NAMES.has(word);
}

/** @returns {string | undefined} the kind of result that a word names */
export function namedKind(/** @type {string} */ word) {
  return NAMES.get(word);
}
