/**
 * What this device remembers for the reader. Nothing leaves it.
 *
 * Storage can be switched off or full; the site then works without remembering.
 */

export const PREFIX = "doing-with:";

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

/**
 * @param {string} key with a colon at its end: every key that starts so
 * @returns {string[]} those that are kept now
 */
export function remembered(key) {
  try {
    const all = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
    const keys = all.map((name) => name.slice(PREFIX.length));
    return keys.filter((name) => (key.endsWith(":") ? name.startsWith(key) : name === key));
  } catch {
    return [];
  }
}

/**
 * Forgets a key, or every key that starts with one that has a colon at its end. The page hears of it as other tabs do.
 *
 * @param {string} key
 */
export function forget(key) {
  for (const name of remembered(key)) {
    remember(name, null);
    dispatchEvent(new StorageEvent("storage", { key: PREFIX + name }));
  }
}
