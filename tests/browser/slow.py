"""A slow device, and how far a page moves while it loads (Cumulative Layout Shift, web.dev/articles/cls)."""

from __future__ import annotations

from playwright.sync_api import Page

MOST_SHIFT = 0.05
"""The largest shift that the site allows itself; web.dev calls up to 0.1 good."""

SLOWER = 4
"""How many times slower than this machine: what browsers' tools take for a phone of the middle range."""

# What waits for a script shows its stand-in when that is long in coming, and moves when it comes after all. How busy
# the machine is that runs the tests must not decide whether it does.
_WATCH = """window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({type: 'layout-shift', buffered: true});
const patience = new MutationObserver(() => {
  if (!document.documentElement) return;
  document.documentElement.style.setProperty('--script-wait', '600s');
  patience.disconnect();
});
patience.observe(document, {childList: true});"""

_NEXT_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"


def watch_shifts(page: Page) -> None:
    """Has every shift counted. Call it before the page is opened."""
    page.add_init_script(_WATCH)


def slow_down(page: Page) -> None:
    """Slows the page's processor, and has every shift counted. Call it before the page is opened."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    watch_shifts(page)


def layout_shift(page: Page) -> float:
    """The sum of all shifts so far, with what the next frame brings."""
    page.evaluate(_NEXT_FRAMES)
    shift: float = page.evaluate("window.shift")
    return shift
