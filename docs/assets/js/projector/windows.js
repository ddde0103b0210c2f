/** The words in a window of their own, so that the wall has the slides alone. Both windows show the same slide. */

import { IS_FROM_FOLDER } from "../from-folder.js";
import { part } from "../parts.js";

/** @import { Deck } from "./deck.js" */
/** @import { Words } from "../say.js" */

const WORDS_ONLY = "?words";

/**
 * @param {HTMLElement} root
 * @param {Deck} deck
 * @param {Words} words
 * @param {(text: string) => void} tell
 */
export function startWindows(root, deck, words, tell) {
  const channel = new BroadcastChannel(`slides of ${root.dataset.projector}`);
  const isWordsOnly = location.search === WORDS_ONLY;
  const button = part(root, "[data-words-window]", HTMLButtonElement);
  const hide = part(root, "[data-hide-words]", HTMLButtonElement);

  root.classList.toggle("is-words-only", isWordsOnly);
  button.hidden = isWordsOnly || IS_FROM_FOLDER;
  hide.hidden = isWordsOnly;
  button.addEventListener("click", () => {
    const opened = window.open(`${location.pathname}${WORDS_ONLY}#${deck.slides[deck.index()].id}`, "", "popup,width=900,height=700");
    if (opened && hide.ariaPressed === "false") hide.click();
    else if (!opened) tell(words.say("no_window"));
  });
  /** What one window has told the other is not told back: two quick steps would turn in a circle. */
  let isTold = false;
  channel.addEventListener("message", ({ data }) => {
    isTold = true;
    deck.show(Number(data));
    isTold = false;
  });
  deck.whenShown((_, index) => {
    if (!isTold) channel.postMessage(index);
  });
}
