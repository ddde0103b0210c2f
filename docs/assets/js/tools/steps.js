/** One question after another, with the way through in sight; or all at once, for readers who like that better. */

import { recall, remember } from "../storage.js";

/** Shows the questions of a form one by one. The answers are the form's own. */
export class Steps {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement[]} questions in their order
   * @param {import("../say.js").Words} words
   */
  constructor(form, questions, words) {
    this.form = form;
    this.questions = questions;
    this.words = words;
    this.current = 0;
    this.isOn = recall("all-questions") !== "yes";
  }

  start() {
    this.button("next").addEventListener("click", () => this.go(this.current + 1));
    this.button("step-back").addEventListener("click", () => this.go(this.current - 1));
    this.button("all").addEventListener("click", () => {
      this.isOn = !this.isOn;
      remember("all-questions", this.isOn ? null : "yes");
      this.update();
    });
    this.form.addEventListener("change", () => this.update());
    this.update();
  }

  /** @returns {boolean} whether there is a question after the one shown, and no way yet to the result */
  get hasNext() {
    return this.isOn && this.current < this.questions.length - 1 && this.button("submit").hidden;
  }

  /**
   * Shows a question and takes the reader to it: its number and its words are read out.
   *
   * @param {number} index
   */
  go(index) {
    this.show(index);
    this.questions[this.current].focus({ preventScroll: true });
    if (this.isOn) this.form.scrollIntoView({ block: "nearest" });
  }

  /** @param {number} index of the question to show, without moving the focus */
  show(index) {
    this.current = Math.min(Math.max(index, 0), this.questions.length - 1);
    this.update();
  }

  update() {
    const number = this.current + 1;
    const isLast = number === this.questions.length;
    const isAnswered = this.questions.every((question) => question.querySelector("input:checked"));
    this.form.classList.toggle("is-stepping", this.isOn);
    this.questions.forEach((question, index) => question.classList.toggle("is-current", index === this.current));
    this.markPart();
    this.part("step").textContent = this.isOn
      ? this.words.say("step", { number, count: this.questions.length })
      : this.words.count("questions", this.questions.length);
    const progress = this.part("progress");
    if (progress instanceof HTMLProgressElement) progress.value = number;
    progress.toggleAttribute("hidden", !this.isOn);
    this.button("next").hidden = !this.isOn || isLast;
    this.button("step-back").hidden = !this.isOn || number === 1;
    this.button("submit").hidden = this.isOn && !isLast && !isAnswered;
    this.button("all").textContent = this.words.say(this.isOn ? "all_at_once" : "one_at_a_time");
  }

  /** The heading of the part that the question is in is shown with it. */
  markPart() {
    let current = null;
    for (const element of this.form.querySelectorAll(".part, .question")) {
      if (element.matches(".part")) current = element;
      else if (element === this.questions[this.current]) break;
    }
    for (const part of this.form.querySelectorAll(".part")) part.classList.toggle("is-current", part === current);
  }

  /** @param {string} name */
  part(name) {
    return /** @type {HTMLElement} */ (this.form.querySelector(`[data-${name}]`));
  }

  /** @param {string} name */
  button(name) {
    return /** @type {HTMLButtonElement} */ (this.part(name));
  }
}
