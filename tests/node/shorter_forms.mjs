/**
 * Which words a built site's search would find on other pages if it asked for their shorter form.
 *
 * `node shorter_forms.mjs SITE < {letter: [[word, ...], ...]}` prints {asked: how many words have a shorter form that
 * is asked for, other: [[word, shorter form], ...] those for which it finds other pages}.
 */

import { openSite } from "./site.mjs";

const module = openSite(process.argv[2]);

let input = "";
for await (const piece of process.stdin) input += piece;
const { shorterForm } = await module("assets/js/search/forms.js");
const { createInstance } = await module("pagefind/pagefind.js");
const pagefind = createInstance({ noWorker: true });

const pagesWith = async (word) => {
  const { results } = await pagefind.search(word, {});
  return results.map(({ id }) => id).sort().join(" ");
};
let asked = 0;
const other = [];
for (const lists of Object.values(JSON.parse(input))) {
  const words = lists.flat();
  const known = new Map(words.map((word) => [word, 1]));
  for (const word of words) {
    const shorter = shorterForm(word, known);
    if (shorter === word) continue;
    asked += 1;
    if ((await pagesWith(word)) !== (await pagesWith(shorter))) other.push([word, shorter]);
  }
}
process.stdout.write(JSON.stringify({ asked, other }));
