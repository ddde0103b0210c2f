"""Somebody who uses the site in any browser, by the words that are on the page."""

from __future__ import annotations

import json
import time

from tests.browser.engines import Engine

LONGEST = 30.0
"""Seconds: on a busy machine, what comes at last has come in time."""

KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004"}

# The one that can be seen: what it is called is its label, or its own words.
_NAMED = """(name) => {
  const all = [...document.querySelectorAll("a, button, summary, label")];
  const seen = all.filter((one) => one.checkVisibility({ visibilityProperty: true }));
  const words = (one) => {
    const said = one.cloneNode(true);
    for (const unsaid of said.querySelectorAll("[aria-hidden=true]")) unsaid.remove();
    return (one.ariaLabel ?? said.textContent).trim().replace(/\\s+/g, " ");
  };
  const found = seen.find((one) => words(one) === name);
  return found?.control ?? found;
}"""


class Reader:
    """A person with a browser."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def open(self, address: str) -> Reader:
        """Goes to an address."""
        self.engine.open(address)
        return self

    def until(self, condition: str) -> None:
        """Waits for a JavaScript expression to be true; AssertionError if it never is."""
        end = time.monotonic() + LONGEST
        while not self.engine.evaluate(f"Boolean({condition})"):
            assert time.monotonic() < end, f"Not true after {LONGEST} seconds: {condition}. {self._state()}"
            time.sleep(0.05)

    def sees(self, selector: str, text: str) -> None:
        """Waits until there is a visible element with this text in it."""
        self.until(
            f"[...document.querySelectorAll({json.dumps(selector)})].some((one) =>"
            f" one.checkVisibility() && one.textContent.replace(/\\s+/g, ' ').includes({json.dumps(text)}))"
        )

    def click(self, name: str) -> None:
        """Clicks on the link, button or field of this name, once it is there."""
        self.click_on(f"({_NAMED})({json.dumps(name)})")

    def click_on(self, element: str) -> None:
        """Clicks on what a JavaScript expression gives, once that is there."""
        self.until(element)
        # "instant": the place is where it will be when the mouse comes.
        x, y = self._numbers(
            f"""((one) => {{
              one.scrollIntoView({{ block: "center", behavior: "instant" }});
              const box = one.getBoundingClientRect();
              return [box.x + box.width / 2, box.y + box.height / 2].map(Math.round);
            }})({element})"""
        )
        move = {"type": "pointerMove", "x": x, "y": y, "duration": 0}
        actions = [move, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self.engine.act({"type": "pointer", "id": "mouse", "actions": actions})

    def type(self, text: str) -> None:
        """Types text, or presses a key of KEYS, where the focus is."""
        keys = [KEYS[text]] if text in KEYS else list(text)
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.engine.act({"type": "key", "id": "keyboard", "actions": actions})

    def choose(self, label: str, option: str) -> None:
        """Chooses from a list. Without its pop-up, which is the system's: the page hears what it hears then."""
        self.until(f"({_NAMED})({json.dumps(label)})")
        self.engine.evaluate(
            f"""((list) => {{
              list.focus();
              list.value = [...list.options].find((one) => one.text === {json.dumps(option)}).value;
              for (const name of ["input", "change"]) list.dispatchEvent(new Event(name, {{ bubbles: true }}));
            }})(({_NAMED})({json.dumps(label)}))"""
        )

    def _numbers(self, expression: str) -> list[int]:
        found = self.engine.evaluate(expression)
        if not isinstance(found, list):
            raise TypeError(f"No list: {found}")
        return found

    def _state(self) -> object:
        """What may say why."""
        return self.engine.evaluate(
            """[location.href, document.activeElement?.outerHTML.slice(0, 100),
            ...[...document.querySelectorAll("[role=status]")].map((one) => one.textContent),
            ...[...document.querySelectorAll("audio")].map(({ currentTime, readyState, networkState, paused, error }) =>
              ({ currentTime, readyState, networkState, paused, error: error?.message }))]"""
        )
