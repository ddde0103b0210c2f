/** The deck: which slide is shown, and who wants to know. The address names it, so that a reload stays on it. */

import { parts } from "../parts.js";

/**
 * @typedef {object} Deck
 * @property {HTMLElement[]} slides
 * @property {() => number} index of the slide that is shown, from 0
 * @property {(index: number) => void} show
 * @property {() => number} fromAddress
 * @property {(act: (slide: HTMLElement, index: number) => void) => void} whenShown
 */

/**
 * @param {HTMLElement} root
 * @param {(index: number, title: string) => void} announce
 * @returns {Deck}
 */
export function startDeck(root, announce) {
  const slides = parts(root, "[data-slide]");
  /** @type {((slide: HTMLElement, index: number) => void)[]} */
  const listeners = [];
  let shown = -1;

  /** @param {number} wanted */
  const show = (wanted) => {
    const index = Math.min(Math.max(wanted, 0), slides.length - 1);
    if (index === shown) return;
    const isOpen = shown >= 0;
    shown = index;
    slides.forEach((slide, i) => slide.classList.toggle("is-shown", i === index));
    const slide = slides[index];
    // Not for the slide that the page opens with: the browser would scroll to it, past the page's title.
    if (isOpen) history.replaceState(null, "", `${location.search}#${slide.id}`);
    announce(index, slide.dataset.title ?? "");
    for (const act of listeners) act(slide, index);
  };
  const fromAddress = () => Math.max(0, slides.findIndex((slide) => `#${slide.id}` === location.hash));
  window.addEventListener("hashchange", () => show(fromAddress()));

  return { slides, index: () => shown, show, fromAddress, whenShown: (act) => listeners.push(act) };
}
