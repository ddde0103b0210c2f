/** A webinar's slides for a wall: joins the deck, its keys and buttons, the talk, and the facilitator's second window. */

import { part, parts } from "./parts.js";
import { startClock } from "./projector/clock.js";
import { startDeck } from "./projector/deck.js";
import { startKeys } from "./projector/keys.js";
import { startTalk } from "./projector/talk.js";
import { startThinking } from "./projector/thinking.js";
import { startWindows } from "./projector/windows.js";
import { ready } from "./ready.js";
import { Words } from "./say.js";

const root = part(document, "[data-projector]", HTMLElement);
const words = new Words(root);
const status = part(root, "[data-status]", HTMLElement);
/** @param {string} text is read out */
const tell = (text) => {
  status.textContent = text;
};

const deck = startDeck(root, (index, title) => {
  tell(words.say("shown", { number: index + 1, count: parts(root, "[data-slide]").length, title }));
});
const talk = startTalk(root, deck, words, tell);
startThinking(root, deck, talk, words, tell);
startKeys(root, deck, words, tell);
startClock(root, deck);
startWindows(root, deck, words, tell);
ready(root);
deck.show(deck.fromAddress());
