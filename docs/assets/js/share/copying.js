/** Copies an address, or shows it in a field where the browser does not let it be copied; and says which. */

import { part } from "../parts.js";
import { Words } from "../say.js";

/** Hosts that only the computer itself can reach. */
const LOCAL = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** @param {string} text @returns {Promise<boolean>} whether the browser let it be copied */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies where a link leads, as an address that works everywhere.
 * @param {HTMLAnchorElement} link its `data-copy-link` is the name of what it leads to
 */
export async function copyLink(link) {
  const words = new Words(part(document, "[data-copy-words]", HTMLElement));
  const here = document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? location.href;
  const address = new URL(link.getAttribute("href") ?? "", here);
  const name = link.dataset.copyLink ?? "";
  const said = statusAfter(link);
  if (LOCAL.has(address.hostname)) {
    said.textContent = words.say("no_address");
  } else if (await copied(address.href)) {
    said.textContent = words.say("link_copied", { name });
  } else {
    showField(said, address.href, name);
    said.textContent = words.say("not_copied", { name });
  }
}

/** @param {HTMLElement} link @returns {HTMLElement} the place behind the link that is read out when it changes */
function statusAfter(link) {
  const known = link.nextElementSibling;
  if (known instanceof HTMLElement && known.matches(".copy-status")) return known;
  const made = document.createElement("span");
  made.className = "copy-status";
  made.setAttribute("role", "status");
  link.after(made);
  return made;
}

/** @param {HTMLElement} status @param {string} address @param {string} name */
function showField(status, address, name) {
  const field = document.createElement("input");
  field.readOnly = true;
  field.value = address;
  field.ariaLabel = name;
  if (status.nextElementSibling?.matches("input")) status.nextElementSibling.remove();
  status.after(field);
  field.select();
}
