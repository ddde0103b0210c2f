/** Which parts of a recording were heard. Whoever only jumps to its end has not heard it. */

/** Equal parts of the recording: few enough for the smallest place that a platform gives (4,096 signs). */
const PARTS = 200;
/** Of these. A skipped pause or a repeated sentence does not count against anybody. */
const ENOUGH = 0.9;

export class Heard {
  /** @type {boolean[]} */
  #parts;

  /**
   * @param {number} length seconds
   * @param {string} kept as `toString` gave it
   */
  constructor(length, kept) {
    this.length = length;
    // NaN, for a digit that is not there, has no bit set.
    const digit = (/** @type {number} */ part) => parseInt(kept[Math.floor(part / 4)] ?? "0", 16);
    this.#parts = Array.from({ length: PARTS }, (_, part) => (digit(part) & (8 >> part % 4)) > 0);
  }

  /** A part counts once its middle was played. @param {TimeRanges} played */
  add(played) {
    for (let range = 0; range < played.length; range += 1) {
      for (let part = 0; part < PARTS; part += 1) {
        const middle = ((part + 0.5) * this.length) / PARTS;
        if (played.start(range) <= middle && middle <= played.end(range)) this.#parts[part] = true;
      }
    }
  }

  /** Whether the end was heard, and nearly all that comes before it. */
  get isWhole() {
    return this.#parts[PARTS - 1] && this.#parts.filter(Boolean).length >= PARTS * ENOUGH;
  }

  /** @returns {string} a digit for four parts */
  toString() {
    const digits = Array.from({ length: PARTS / 4 }, (_, index) =>
      this.#parts.slice(index * 4, index * 4 + 4).reduce((sum, heard) => sum * 2 + Number(heard), 0),
    );
    return digits.map((digit) => digit.toString(16)).join("");
  }
}
