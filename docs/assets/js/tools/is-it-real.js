/** "Is it real?": the truer name for work with the signs that were ticked. Nothing is sent anywhere. */

import { ready } from "../ready.js";
import { Words } from "../say.js";
import { moveTo } from "./focus.js";
import { lowest } from "./scoring.js";

/** @typedef {{element: HTMLElement, rung: string, name: string}} Sign */

class IsItReal {
  /** @param {HTMLElement} tool */
  constructor(tool) {
    this.tool = tool;
    this.words = new Words(tool);
    this.order = (tool.dataset.rungs ?? "").split(" ");
    this.form = /** @type {HTMLFormElement} */ (tool.querySelector("[data-form]"));
    this.result = /** @type {HTMLElement} */ (tool.querySelector("[data-result]"));
    this.status = /** @type {HTMLElement} */ (tool.querySelector("[data-status]"));
  }

  start() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.show();
    });
    this.form.addEventListener("input", () => this.hide(this.words.say("changed")));
    this.form.addEventListener("reset", () => {
      this.hide("");
      this.status.textContent = this.words.say("cleared");
    });
    this.tool.querySelector("[data-print]")?.addEventListener("click", () => window.print());
  }

  /** @returns {Sign[]} those that are ticked, in order */
  ticked() {
    const signs = /** @type {HTMLElement[]} */ ([...this.tool.querySelectorAll("[data-sign]")]);
    return signs
      .filter((element) => element.querySelector("input:checked"))
      .map((element) => ({
        element,
        rung: element.dataset.callIt ?? "",
        name: element.dataset.name ?? "",
      }));
  }

  show() {
    const ticked = this.ticked();
    const lowestNamed = lowest(ticked, this.order);
    const name = lowestNamed?.led[0].name ?? "";
    this.put("[data-title]", lowestNamed ? this.words.say("truer_name", { name }) : this.words.say("no_sign"));
    this.showWork();
    this.put("[data-explained]", this.explanation(ticked, name));
    this.result.querySelector("[data-ticked]")?.replaceChildren(...ticked.map((sign) => this.advice(sign)));
    this.result.querySelector("[data-some]")?.toggleAttribute("hidden", !lowestNamed);
    this.result.querySelector("[data-none]")?.replaceChildren(...(lowestNamed ? [] : this.noSign()));
    this.status.textContent = "";
    this.result.hidden = false;
    moveTo(this.result);
  }

  /** What the paper says to those who ticked nothing. */
  noSign() {
    return [...(this.tool.querySelector("[data-no-sign]")?.children ?? [])].map((child) => child.cloneNode(true));
  }

  showWork() {
    const input = this.form.elements.namedItem("work");
    const work = input instanceof HTMLInputElement ? input.value.trim() : "";
    this.put("[data-work]", this.words.say("work", { work }));
    this.result.querySelector("[data-work]")?.toggleAttribute("hidden", work === "");
  }

  /** @param {string} message said if a result was there */
  hide(message) {
    if (this.result.hidden) return;
    this.result.hidden = true;
    this.status.textContent = message;
  }

  /**
   * @param {string} selector
   * @param {string} text
   */
  put(selector, text) {
    const element = this.result.querySelector(selector);
    if (element) element.textContent = text;
  }

  /**
   * @param {Sign[]} ticked
   * @param {string} name the lowest of their names
   */
  explanation(ticked, name) {
    return this.words.say(new Set(ticked.map((sign) => sign.rung)).size < 2 ? "call_it" : "lowest", { name });
  }

  /**
   * One sign with its own truer name, what to do, and where there is an example.
   *
   * @param {Sign} sign
   */
  advice({ element, name }) {
    const item = document.createElement("li");
    const title = document.createElement("strong");
    title.textContent = element.querySelector("label")?.textContent ?? "";
    const text = document.createElement("p");
    const advice = element.querySelector("[data-instead]")?.textContent ?? "";
    text.textContent = `${this.words.say("advice", { name, advice })} `;
    const example = element.querySelector("[data-example]")?.cloneNode(true);
    if (example) text.append(example);
    item.append(title, text);
    return item;
  }
}

const tool = document.querySelector("[data-is-it-real]");
if (tool instanceof HTMLElement) {
  new IsItReal(tool).start();
  ready(tool);
}
