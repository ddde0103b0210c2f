/** "Which rung are we on?": finds the rung that the answers fit, and shows it. Nothing is sent anywhere. */

import { IS_FROM_FOLDER } from "../from-folder.js";
import { parts } from "../parts.js";
import { ready } from "../ready.js";
import { Words } from "../say.js";
import { fromFragment, toFragment } from "./address.js";
import { moveTo } from "./focus.js";
import { lowest } from "./scoring.js";
import { Steps } from "./steps.js";

/** @typedef {{question: string, answer: string, rung: string, because: string}} Chosen */

class WhichRung {
  /** @param {HTMLElement} tool */
  constructor(tool) {
    this.tool = tool;
    this.words = new Words(tool);
    this.order = (tool.dataset.rungs ?? "").split(" ");
    this.form = /** @type {HTMLFormElement} */ (tool.querySelector("[data-form]"));
    this.questions = /** @type {HTMLFieldSetElement[]} */ ([...tool.querySelectorAll("[data-question]")]);
    this.errors = /** @type {HTMLElement} */ (tool.querySelector("[data-errors]"));
    this.share = /** @type {HTMLElement} */ (tool.querySelector("[data-share]"));
    this.status = /** @type {HTMLElement} */ (tool.querySelector("[data-status]"));
    this.title = document.title;
    this.steps = new Steps(this.form, this.questions, this.words);
  }

  start() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      // The Enter key sends a form from any of its boxes.
      if (this.steps.hasNext) this.steps.go(this.steps.current + 1);
      else this.submit();
    });
    this.form.addEventListener("change", () => this.answersChanged());
    // The boxes are empty only after the event.
    this.form.addEventListener("reset", () => setTimeout(() => this.afterReset()));
    this.tool.querySelector("[data-print]")?.addEventListener("click", () => window.print());
    this.tool.querySelector("[data-copy]")?.addEventListener("click", () => this.copyAddress());
    addEventListener("hashchange", () => this.openAddress());
    this.steps.start();
    this.openAddress();
  }

  /** @returns {Chosen[]} the answers given, in the order of the questions */
  chosen() {
    return this.questions.flatMap((question) => {
      const input = question.querySelector("input:checked");
      if (!(input instanceof HTMLInputElement)) return [];
      const { ceiling = "", because = "" } = input.dataset;
      return [{ question: input.name, answer: input.value, rung: ceiling, because }];
    });
  }

  submit() {
    const missing = this.questions.filter((question) => !question.querySelector("input:checked"));
    this.showErrors(missing);
    if (missing.length > 0) {
      this.hideResult();
      moveTo(this.errors);
      return;
    }
    const chosen = this.chosen();
    history.replaceState(null, "", toFragment(new Map(chosen.map((item) => [item.question, item.answer]))));
    this.showResult(chosen);
  }

  /** @param {HTMLFieldSetElement[]} missing questions without an answer */
  showErrors(missing) {
    for (const question of this.questions) this.setMessage(question, missing.includes(question));
    const list = /** @type {HTMLElement} */ (this.errors.querySelector("ul"));
    list.replaceChildren(...missing.map((question) => this.errorItem(question)));
    this.errors.hidden = missing.length === 0;
    document.title = missing.length > 0 ? this.words.say("error", { message: this.title }) : this.title;
  }

  /** @param {HTMLFieldSetElement} question */
  errorItem(question) {
    const input = /** @type {HTMLInputElement} */ (question.querySelector("input"));
    const link = document.createElement("a");
    link.href = `#${input.id}`;
    link.textContent = this.messageFor(question);
    // Without the fragment: that is where the answers go.
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.steps.show(this.questions.indexOf(question));
      moveTo(input, question);
    });
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  /**
   * @param {HTMLFieldSetElement} question
   * @param {boolean} isMissing
   */
  setMessage(question, isMissing) {
    const id = `error-${question.dataset.question}`;
    document.getElementById(id)?.remove();
    question.classList.toggle("has-error", isMissing);
    const described = (question.getAttribute("aria-describedby") ?? "").split(" ").filter((part) => part && part !== id);
    if (isMissing) {
      const message = document.createElement("p");
      message.id = id;
      message.className = "error-message";
      message.textContent = this.words.say("error", { message: this.messageFor(question) });
      question.querySelector(".choice")?.before(message);
      described.push(id);
    }
    if (described.length > 0) question.setAttribute("aria-describedby", described.join(" "));
    else question.removeAttribute("aria-describedby");
  }

  /** @param {Chosen[]} chosen one for every question */
  showResult(chosen) {
    const result = lowest(chosen, this.order);
    if (!result) return;
    this.hideResult();
    const section = /** @type {HTMLElement} */ (this.tool.querySelector(`[data-result="${result.rung}"]`));
    section.querySelector("[data-led] ul")?.replaceChildren(...result.led.map((item) => this.reason(item)));
    this.setShown(section, true);
    section.after(this.share);
    this.share.hidden = false;
    const address = this.share.querySelector("[data-address]");
    if (address instanceof HTMLInputElement) address.value = location.href;
    for (const part of parts(this.share, "#share-note, .field, [data-copy]")) part.hidden = IS_FROM_FOLDER;
    moveTo(section);
  }

  /** @param {Chosen} item */
  reason(item) {
    const number = this.questions.findIndex((question) => question.dataset.question === item.question) + 1;
    const entry = document.createElement("li");
    entry.textContent = this.words.say("reason", { because: item.because, number });
    return entry;
  }

  hideResult() {
    for (const section of this.tool.querySelectorAll("[data-result]")) this.setShown(section, false);
    this.share.hidden = true;
    const copied = this.share.querySelector("[data-copied]");
    if (copied) copied.textContent = "";
  }

  /**
   * @param {Element} section
   * @param {boolean} isShown
   */
  setShown(section, isShown) {
    section.classList.toggle("is-shown", isShown);
    for (const part of section.querySelectorAll("[data-led], [data-lead]")) part.toggleAttribute("hidden", !isShown);
  }

  /** A result that no longer fits the answers must not stay. */
  answersChanged() {
    for (const question of this.questions) {
      if (question.classList.contains("has-error") && question.querySelector("input:checked")) {
        this.setMessage(question, false);
      }
    }
    if (this.share.hidden) return;
    this.hideResult();
    this.forgetAddress();
    this.status.textContent = this.words.say("changed");
  }

  afterReset() {
    this.showErrors([]);
    this.hideResult();
    this.forgetAddress();
    this.steps.go(0);
    this.status.textContent = this.words.say("cleared");
  }

  forgetAddress() {
    history.replaceState(null, "", location.pathname + location.search);
  }

  /** Fills in the answers that the address holds, and shows the result if they are all there. */
  openAddress() {
    const answers = fromFragment(location.hash);
    if (answers.size === 0) return;
    this.showErrors([]);
    this.hideResult();
    for (const question of this.questions) {
      const given = answers.get(question.dataset.question ?? "");
      for (const input of question.querySelectorAll("input")) input.checked = input.value === given;
    }
    const chosen = this.chosen();
    this.steps.show(this.questions.findIndex((question) => !question.querySelector("input:checked")));
    if (chosen.length === this.questions.length) this.showResult(chosen);
    else this.status.textContent = this.words.say("incomplete", { given: chosen.length, count: this.questions.length });
  }

  async copyAddress() {
    const message = /** @type {HTMLElement} */ (this.share.querySelector("[data-copied]"));
    const address = /** @type {HTMLInputElement} */ (this.share.querySelector("[data-address]"));
    try {
      await navigator.clipboard.writeText(address.value);
      message.textContent = this.words.say("copied");
    } catch {
      // The browser may refuse: the address can still be copied by hand.
      address.select();
      message.textContent = this.words.say("not_copied");
    }
  }

  /** @param {HTMLFieldSetElement} question */
  messageFor(question) {
    return this.words.say("unanswered", { number: this.questions.indexOf(question) + 1 });
  }
}

const tool = document.querySelector("[data-which-rung]");
if (tool instanceof HTMLElement) {
  new WhichRung(tool).start();
  ready(tool);
}
