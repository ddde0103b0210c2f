/** Finds what somebody meant who mistyped a word. */

const SHORTEST = 4;
const LONG = 8;

/**
 * How many letters have to be changed, added, left out or swapped with their neighbour.
 *
 * @param {string} one
 * @param {string} other
 * @param {number} most what is further apart gives `most + 1`
 * @returns {number}
 */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let beforeLast = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      current[column] = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        current[column] = Math.min(current[column], beforeLast[column - 2] + 1);
      }
    }
    if (Math.min(...current) > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return last[other.length];
}

/**
 * @param {string} word
 * @param {string[]} known words with the same first letter, the most frequent first
 * @returns {string | null} the nearest known word, if one is near enough to be meant
 */
export function nearest(word, known) {
  if (word.length < SHORTEST) return null;
  let best = null;
  let least = (word.length < LONG ? 1 : 2) + 1;
  for (const candidate of known) {
    const found = distance(word, candidate, least - 1);
    if (found < least) {
      best = candidate;
      least = found;
    }
  }
  return best;
}

// The last s of boss is none: bosses and boss's, of which words.js leaves bosss, are forms of it.
const ENDINGS = /(?:ations?|ings?|ions?|ers?|ies|ed|es|ly|e|(?<!s)s|(?<=ss)s|y)$/;
const SHORTEST_STEM = 3;

/** @returns {string} what the forms of a word have in common */
export function stem(/** @type {string} */ word) {
  const start = word.replace(ENDINGS, "");
  if (start.length < SHORTEST_STEM) return word;
  // Stopped and planning have a letter more than stop and plan.
  return start === word ? word : start.replace(/([bdgmnprt])\1$/, "$1");
}

/**
 * @param {string} word
 * @param {string[]} known words with the same first letter, the most frequent first
 * @param {boolean} [isWhole] whether it is no half word, which somebody is still typing
 * @returns {string | null} the word if the site has it, else the most frequent one that starts with it, else another
 *   form of it. Only what is in the index is sure to be found: the files for half a word may be others.
 */
export function knownForm(word, known, isWhole = false) {
  if (known.includes(word)) return word;
  const start = stem(word);
  const longer = isWhole ? undefined : known.find((candidate) => candidate.startsWith(word));
  return longer ?? known.find((candidate) => stem(candidate) === start) ?? null;
}
