/** The list of what this device keeps: says of each thing whether it is kept now, and clears it when asked. */

import { ready } from "./ready.js";
import { forget, remembered } from "./storage.js";

class KeptOnDevice {
  /** @param {HTMLElement} list */
  constructor(list) {
    this.list = list;
    this.status = /** @type {HTMLElement} */ (list.querySelector("[data-status]"));
    this.dialog = /** @type {HTMLDialogElement} */ (list.querySelector("[data-confirm]"));
    /** @type {{name: string, keys: string[]}} what is cleared if the reader says so */
    this.asked = { name: "", keys: [] };
  }

  start() {
    for (const thing of this.things()) {
      thing.querySelector("[data-clear]")?.addEventListener("click", () => this.ask(nameOf(thing), [keyOf(thing)]));
    }
    const all = /** @type {HTMLElement} */ (this.list.querySelector("[data-clear-all]"));
    all.addEventListener("click", () => this.ask(all.dataset.name ?? "", this.things().map(keyOf)));
    this.dialog.addEventListener("close", () => {
      if (this.dialog.returnValue === "clear") this.clear();
    });
    // Another tab may keep or clear something while this one is open.
    addEventListener("storage", () => this.show());
    this.show();
  }

  /** @returns {HTMLElement[]} */
  things() {
    return [...this.list.querySelectorAll("[data-key]")].filter((thing) => thing instanceof HTMLElement);
  }

  show() {
    for (const thing of this.things()) {
      const state = /** @type {HTMLElement} */ (thing.querySelector("[data-state]"));
      state.textContent = (remembered(keyOf(thing)).length ? state.dataset.full : state.dataset.empty) ?? "";
    }
  }

  /** @param {string} name @param {string[]} keys */
  ask(name, keys) {
    this.asked = { name, keys };
    /** @type {HTMLElement} */ (this.dialog.querySelector("[data-what]")).textContent = name;
    // Escape closes with the value of the time before.
    this.dialog.returnValue = "";
    this.dialog.showModal();
  }

  clear() {
    const { name, keys } = this.asked;
    for (const key of keys) forget(key);
    this.show();
    const { cleared, failed } = this.status.dataset;
    this.status.textContent = keys.some((key) => remembered(key).length) ? (failed ?? "") : `${cleared} ${name}.`;
  }
}

/** @param {HTMLElement} thing */
function keyOf(thing) {
  return thing.dataset.key ?? "";
}

/** @param {HTMLElement} thing */
function nameOf(thing) {
  return thing.querySelector("[data-name]")?.textContent ?? "";
}

const list = document.querySelector("[data-kept-on-device]");
if (list instanceof HTMLElement) {
  new KeptOnDevice(list).start();
  ready(list);
}
