/** What every page has: the choice of colours, suggestions for the search, and focus that stays in sight. */

import { startContents } from "./contents.js";
import { ready } from "./ready.js";
import { PREFIX, recall, remember } from "./storage.js";

function startScheme() {
  const select = document.querySelector("#scheme");
  if (!(select instanceof HTMLSelectElement)) return;
  const use = (/** @type {string} */ scheme) => {
    select.value = scheme;
    if (scheme === "system") delete document.documentElement.dataset.scheme;
    else document.documentElement.dataset.scheme = scheme;
  };
  const remembered = () => {
    const scheme = recall("scheme");
    return scheme === "light" || scheme === "dark" ? scheme : "system";
  };
  use(remembered());
  select.addEventListener("change", () => {
    // Used even where the device keeps nothing.
    use(select.value);
    remember("scheme", select.value === "system" ? null : select.value);
  });
  // Another tab, or the page that clears what is kept.
  addEventListener("storage", ({ key }) => {
    if (key === `${PREFIX}scheme` || key === null) use(remembered());
  });
  const control = select.closest(".scheme-control");
  if (control) ready(control);
}

/** Browsers do not scroll a wide table sideways to a link that takes focus at its edge. */
function keepFocusInSight() {
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element) || target.matches(".table-scroll") || !target.closest(".table-scroll")) return;
    target.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
}

/** Links to a rung, a sign or a word: what copies them is loaded when somebody wants to. */
function startCopying() {
  document.addEventListener("click", async (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-copy-link]") : null;
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const copying = await import("./share/copying.js").catch(() => null);
    if (copying) await copying.copyLink(link);
    else location.assign(link.href);
  });
}

/** Suggestions below the fields for a search: what makes them is loaded when somebody goes to a field. */
function startSuggestions() {
  document.addEventListener("focusin", async ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches("[data-suggest]:not([role])")) return;
    const before = target.value;
    const combobox = await import("./search/combobox.js").catch(() => null);
    combobox?.giveSuggestions(target, before);
  });
}

keepFocusInSight();
startCopying();
startScheme();
startContents();
startSuggestions();
