/**
 * What a learning platform keeps of somebody's way through a page. Nothing else goes to it: no answers, no marks and
 * no times of day.
 *
 * @typedef {object} Kept
 * @property {number} place seconds from the start of the recording
 * @property {string} heard which parts of it were heard (heard.js)
 * @property {boolean} isFinished
 *
 * @typedef {object} CourseRecord
 * @property {Kept} kept what was there when the page opened
 * @property {(kept: Kept) => void} keep has the platform keep this
 * @property {(kept: Kept) => void} close the same, as the last word of this visit
 * @property {((kept: Kept) => Promise<string>) | null} leave ends the visit for somebody who asks for it, and gives the
 *   address to go back to, which may be empty; null where the platform itself has a way out
 */

/** @type {Kept} */
export const NOTHING = { place: 0, heard: "", isFinished: false };
