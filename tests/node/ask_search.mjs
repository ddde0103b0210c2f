/**
 * Asks a built site's search in Node, with the modules of the search page and Pagefind's own program.
 *
 * `node ask_search.mjs SITE < {"asked": [question, ...], "first": 3, "answers": true}` prints for each question the
 * links of its first results: [[[address from the top of the site, words of the link], ...], ...].
 */

import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

const site = path.resolve(process.argv[2]);

/** Files of the site, as a web server answers with them. */
globalThis.fetch = async (address) => {
  const file = new URL(address);
  file.search = "";
  return new Response(await readFile(file));
};
// What Pagefind and the search look at of a page: where it is, and its language.
globalThis.location = { href: pathToFileURL(path.join(site, "search", "index.html")).href };
globalThis.window = { location: globalThis.location };
globalThis.document = { querySelector: () => ({ getAttribute: () => "en" }), currentScript: null };

const module = (name) => import(pathToFileURL(path.join(site, "assets", "js", "search", name)).href);

let input = "";
for await (const piece of process.stdin) input += piece;
const { asked, first, answers } = JSON.parse(input);

const { SearchIndex } = await module("index.js");
const { ask, answersOf } = await module("ask.js");
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
