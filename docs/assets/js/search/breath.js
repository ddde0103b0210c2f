/** Long work in pieces: between two of them the browser answers the reader, whose next letter would have to wait. */

/** @returns {Promise<void>} goes on when the browser has done what waits */
export function breath() {
  return new Promise((goOn) => setTimeout(goOn));
}
