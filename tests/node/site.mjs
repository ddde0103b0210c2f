/** A built site in Node: its files answer requests, and its modules can be loaded as on its search page. */

import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

/**
 * @param {string} folder that of the site
 * @returns what loads a module of it by its address from the site's top
 */
export function openSite(folder) {
  const site = path.resolve(folder);
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
  return (address) => import(pathToFileURL(path.join(site, address)).href);
}
