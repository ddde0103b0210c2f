/** Forms of words that no ending shows, and American spelling, as words.js leaves them. */

const IRREGULAR = new Map(
  (
    "paid:pay told:tell left:leave chose:choose chosen:choose kept:keep spoke:speak spoken:speak felt:feel " +
    "met:meet gave:give given:give got:get lost:lose broke:break broken:break hid:hide hidden:hide ran:run " +
    "taught:teach brought:bring bought:buy thought:think wrote:write written:write heard:hear hurt:harm knew:know " +
    "known:know meant:mean spent:spend stolen:steal shown:show began:begin begun:begin child:children " +
    "person:people woman:women man:men worse:bad worst:bad coproduce:coproduction coproduces:coproduction " +
    "coproduced:coproduction coproducing:coproduction codesigned:codesign codesigning:codesign"
  )
    .split(" ")
    .map((pair) => /** @type {[string, string]} */ (pair.split(":"))),
);

/** How American and British spelling differ, the American end first. @type {[RegExp, string][]} */
const BRITISH = [
  [/iz(e[ds]?|er|ing|ations?|ational)$/, "is$1"],
  [/or(s|ed|ing|ful|ite|ites|ably)?$/, "our$1"],
  [/ter(s|ed)?$/, "tre$1"],
  [/ense(s)?$/, "ence$1"],
  [/og(s)?$/, "ogue$1"],
  [/gram(s)?$/, "gramme$1"],
  [/eled$/, "elled"],
  [/eling$/, "elling"],
];

/** @returns {string | null} the plain form of a word such as `paid`, or `childs`, which words.js leaves of `child's` */
export function plainForm(/** @type {string} */ word) {
  return IRREGULAR.get(word) ?? IRREGULAR.get(word.replace(/s$/, "")) ?? null;
}

/** @returns {string[]} the word as it could be spelled in British English */
export function british(/** @type {string} */ word) {
  return BRITISH.filter(([ending]) => ending.test(word)).map(([ending, own]) => word.replace(ending, own));
}

/** Letters of a word that may be another one with an s: of boss's, words.js leaves bosss. */
const SHORTEST_WITH_S = 4;

/**
 * @param {string[]} phrase
 * @param {Map<string, string>} synonyms
 * @returns {string | undefined} the site's own word for it, or for the one that it is the plural of, or belongs to
 */
export function ownWord(phrase, synonyms) {
  const typed = phrase.join(" ");
  const isLong = (phrase.at(-1) ?? "").length >= SHORTEST_WITH_S;
  return synonyms.get(typed) ?? (isLong ? synonyms.get(typed.replace(/s$/, "")) : undefined);
}

/** Letters of the shortest word that is asked for instead of a longer form of it. */
const SHORTEST_BASE = 4;
/**
 * Words whose longer forms may be those of others, by the index's rules (Snowball's for English): staring is no form of
 * star but of stare, and evening none of even.
 */
const MISLEADING = /([bdfgmnprt])\1$|^[^aeiouy]*[aeiouy][^aeiouywx]$|^even$/;

/**
 * For each word the index fetches the files of the word itself and of its plain form: for `allowed` those of `allow`
 * too. So only the shorter one is asked for, where the same pages have it.
 *
 * @param {string} word
 * @param {Map<string, unknown>} known the words that the index has with the same letter
 * @returns {string} the word without its ending, if that is a word of the index with the same plain form
 */
export function shorterForm(word, known) {
  const bases = [/(?<![isu])s$/, /ed$/, /ing$/].map((ending) => word.replace(ending, ""));
  const isSame = (/** @type {string} */ base) => base.length >= SHORTEST_BASE && known.has(base) && !MISLEADING.test(base);
  return bases.find((base) => base !== word && isSame(base)) ?? word;
}
