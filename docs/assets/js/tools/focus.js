/** Takes the reader to something that has just appeared. */

/**
 * Moves the focus, and shows the beginning: browsers may show the middle of something tall.
 *
 * @param {HTMLElement} target takes the focus
 * @param {HTMLElement} [shown] what to show the beginning of, if not the target itself
 */
export function moveTo(target, shown = target) {
  target.focus({ preventScroll: true });
  shown.scrollIntoView();
}
