/**
 * Asks a built site's search in Node, with the modules of the search page and Pagefind's own program.
 *
 * `node ask_search.mjs SITE < {"asked": [question, ...], "first": 3, "answers": true}` prints for each question the
 * links of its first results: [[[address from the top of the site, words of the link], ...], ...].
 */

import { openSite } from "./site.mjs";

const module = openSite(process.argv[2]);

let input = "";
for await (const piece of process.stdin) input += piece;
const { asked, first, answers } = JSON.parse(input);

const { SearchIndex } = await module("assets/js/search/index.js");
const { ask, answersOf } = await module("assets/js/search/ask.js");
const index = await SearchIndex.open("../");
if (!answers) index.places.questions.length = 0;

const links = ({ url, title, places }) => [
  [url, title],
  ...places.map((place) => [place.url, place.heading.map(({ text }) => text).join("")]),
];
const found = [];
for (const question of asked) {
  const result = await ask(index, question, {});
  found.push((await answersOf(result, 0, first)).map(links));
}
process.stdout.write(JSON.stringify(found));
