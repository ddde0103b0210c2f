/** Next, back, jump, black and full screen: by buttons, and by the keys that presenters' remote controls send. */

import { part, parts } from "../parts.js";

/** @import { Deck } from "./deck.js" */
/** @import { Words } from "../say.js" */

/**
 * @param {HTMLElement} root
 * @param {Deck} deck
 * @param {Words} words
 * @param {(text: string) => void} tell
 */
export function startKeys(root, deck, words, tell) {
  const jump = part(root, "[data-jump]", HTMLSelectElement);
  const black = part(root, "[data-black]", HTMLButtonElement);
  const fullScreen = part(root, "[data-full-screen]", HTMLButtonElement);
  const hide = part(root, "[data-hide-words]", HTMLButtonElement);
  const wall = part(root, "[data-wall]", HTMLElement);

  const back = () => deck.show(deck.index() - 1);
  const next = () => deck.show(deck.index() + 1);
  const setBlack = (/** @type {boolean} */ isBlack) => {
    root.classList.toggle("is-black", isBlack);
    black.ariaPressed = String(isBlack);
    if (isBlack) tell(words.say("black"));
  };
  const toggleFullScreen = () => (document.fullscreenElement ? document.exitFullscreen() : wall.requestFullscreen());

  for (const button of parts(root, "[data-go]")) button.addEventListener("click", button.dataset.go === "back" ? back : next);
  jump.addEventListener("change", () => deck.show(Number(jump.value)));
  black.addEventListener("click", () => setBlack(!root.classList.contains("is-black")));
  hide.addEventListener("click", () => (hide.ariaPressed = String(root.classList.toggle("has-no-words"))));
  fullScreen.hidden = !document.fullscreenEnabled;
  fullScreen.addEventListener("click", toggleFullScreen);
  deck.whenShown((_, index) => {
    jump.value = String(index);
    setBlack(false);
  });

  /** @type {Record<string, () => unknown>} */
  const keys = {
    ArrowRight: next,
    PageDown: next,
    " ": next,
    ArrowLeft: back,
    PageUp: back,
    Home: () => deck.show(0),
    End: () => deck.show(deck.slides.length - 1),
    b: () => black.click(),
    f: toggleFullScreen,
    p: () => root.querySelector("[data-play]")?.dispatchEvent(new MouseEvent("click")),
  };
  document.addEventListener("keydown", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    // A list has its own use for keys, and Space presses a button.
    const isTaken = target.matches("select, input") || (event.key === " " && target.matches("button, summary, a"));
    if (isTaken || event.ctrlKey || event.altKey || event.metaKey) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
