/**
 * What this device remembers for the reader. Nothing leaves it.
 *
 * Storage can be switched off or full; the site then works without remembering.
 */

const PREFIX = "doing-with:";

/**
 * @param {string} key
 * @returns {string | null} what was remembered, or null
 */
export function recall(key) {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {string | null} value null forgets
 */
export function remember(key, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, value);
  } catch {
    // Not remembered: the reader's choice holds for this page.
  }
}
