/** How the tools find a rung. Pure: no page is needed. */

/**
 * Something that names a rung: an answer with its ceiling, or a sign with its truer name.
 *
 * @typedef {object} Named
 * @property {string} rung
 */

/**
 * The lowest rung that is named, and everything that names it.
 *
 * @template {Named} Item
 * @param {Item[]} items
 * @param {string[]} order the ids of the rungs from the bottom of the ladder up
 * @returns {{rung: string, led: Item[]} | null} null if there are no items
 * @throws {RangeError} if an item names a rung that the ladder does not have
 */
export function lowest(items, order) {
  const heights = items.map((item) => order.indexOf(item.rung));
  if (heights.includes(-1)) throw new RangeError("not a rung of the ladder");
  if (items.length === 0) return null;
  const bottom = Math.min(...heights);
  return { rung: order[bottom], led: items.filter((item, index) => heights[index] === bottom) };
}
