/** What every page has: the menu on small screens and the choice of colours. */

import { recall, remember } from "./storage.js";

const SMALL = matchMedia("(width < 64rem)");

function startMenu() {
  const button = document.querySelector(".menu-button");
  const menu = document.querySelector("#menu");
  if (!(button instanceof HTMLElement) || !(menu instanceof HTMLElement)) return;

  /** @param {boolean} open */
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("is-open", open);
  };
  const isOpen = () => button.getAttribute("aria-expanded") === "true";

  button.addEventListener("click", () => show(!isOpen()));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    show(false);
    button.focus();
  });
  SMALL.addEventListener("change", () => show(false));
}

function startScheme() {
  const select = document.querySelector("#scheme");
  if (!(select instanceof HTMLSelectElement)) return;
  const remembered = recall("scheme");
  select.value = remembered === "light" || remembered === "dark" ? remembered : "system";
  select.addEventListener("change", () => {
    const chosen = select.value === "system" ? null : select.value;
    remember("scheme", chosen);
    if (chosen) document.documentElement.dataset.scheme = chosen;
    else delete document.documentElement.dataset.scheme;
  });
}

/** Browsers do not scroll a wide table sideways to a link that takes focus at its edge. */
function keepFocusInSight() {
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element) || target.matches(".table-scroll") || !target.closest(".table-scroll")) return;
    target.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
}

startMenu();
keepFocusInSight();
startScheme();
