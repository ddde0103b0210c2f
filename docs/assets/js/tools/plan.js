/** "Plan on a page": keeps the plan on this device, and gives it as text or print. Nothing is sent anywhere. */

import { IS_FROM_FOLDER } from "../from-folder.js";
import { ready } from "../ready.js";
import { Words } from "../say.js";
import { recall, remember } from "../storage.js";
import { planText } from "./plan-text.js";

/** Milliseconds without typing before the page says that it has saved, so that it does not say so at each letter. */
const QUIET = 1000;
/** @type {Intl.DateTimeFormatOptions} */
const TIME = { hour: "2-digit", minute: "2-digit" };

class Plan {
  /** @param {HTMLElement} tool */
  constructor(tool) {
    this.tool = tool;
    this.words = new Words(tool);
    this.boxes = [...tool.querySelectorAll("textarea")];
    this.status = /** @type {HTMLElement} */ (tool.querySelector("[data-status]"));
    this.dialog = /** @type {HTMLDialogElement} */ (tool.querySelector("[data-confirm]"));
    this.timer = 0;
  }

  start() {
    for (const box of this.boxes) {
      addPrintedWords(box);
      box.value = recall(key(box)) ?? "";
      showPrintedWords(box);
      box.addEventListener("input", () => this.save(box));
    }
    // Another tab with the same plan: both show the newest words.
    addEventListener("storage", () => this.readAgain());
    this.tool.querySelector("[data-print]")?.addEventListener("click", () => window.print());
    this.tool.querySelector("[data-save]")?.addEventListener("click", () => this.saveAsText());
    this.tool.querySelector("[data-clear]")?.addEventListener("click", () => this.askToClear());
    this.dialog.addEventListener("close", () => {
      if (this.dialog.returnValue === "clear") this.clear();
    });
  }

  /** @param {HTMLTextAreaElement} box */
  save(box) {
    remember(key(box), box.value || null);
    showPrintedWords(box);
    const isKept = (recall(key(box)) ?? "") === box.value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.status.textContent = isKept
        ? this.words.say("saved", { time: new Date().toLocaleTimeString(document.documentElement.lang, TIME) })
        : this.words.say("not_kept");
    }, QUIET);
  }

  readAgain() {
    for (const box of this.boxes) {
      if (box === document.activeElement) continue;
      box.value = recall(key(box)) ?? "";
      showPrintedWords(box);
    }
  }

  saveAsText() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([this.text()], { type: "text/plain;charset=utf-8" }));
    link.download = this.words.say("file");
    link.click();
    // The download has started by then; the address would hold the text for as long as the page is open.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    this.status.textContent = this.words.say("in_file", { file: link.download });
  }

  text() {
    const parts = [...this.tool.querySelectorAll("section")].map((section) => ({
      title: section.querySelector("h3")?.textContent ?? "",
      prompts: [...section.querySelectorAll("[data-prompt]")].map((prompt) => ({
        label: prompt.querySelector("label")?.textContent ?? "",
        words: prompt.querySelector("textarea")?.value ?? "",
      })),
    }));
    const name = document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? document.title;
    const address = IS_FROM_FOLDER ? name : location.origin + location.pathname;
    return planText(parts, address, (name, values) => this.words.say(name, values));
  }

  askToClear() {
    // Escape closes with the value of the time before.
    this.dialog.returnValue = "";
    this.dialog.showModal();
  }

  clear() {
    clearTimeout(this.timer);
    for (const box of this.boxes) {
      box.value = "";
      remember(key(box), null);
      showPrintedWords(box);
    }
    this.status.textContent = this.words.say("cleared");
  }
}

/** @param {HTMLTextAreaElement} box */
function key(box) {
  return `plan:${box.name}`;
}

/**
 * A box prints only what fits into it, so the words stand beside it too, for print alone.
 *
 * @param {HTMLTextAreaElement} box
 */
function addPrintedWords(box) {
  const words = document.createElement("p");
  words.className = "printed-words";
  box.after(words);
}

/** @param {HTMLTextAreaElement} box */
function showPrintedWords(box) {
  const words = /** @type {HTMLElement} */ (box.nextElementSibling);
  words.textContent = box.value;
  box.classList.toggle("is-filled", box.value.trim() !== "");
}

const tool = document.querySelector("[data-plan]");
if (tool instanceof HTMLElement) {
  new Plan(tool).start();
  ready(tool);
}
