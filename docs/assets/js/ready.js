/**
 * Says that a part of the page works now.
 *
 * Its controls (`needs-js`) can be seen from then on, and what stands in for them goes away. A module says so last:
 * if it, or a module that it needs, does not load or fails, the page stays as it is without JavaScript.
 *
 * @param {Element} part
 */
export function ready(part) {
  part.classList.add("is-ready");
}
