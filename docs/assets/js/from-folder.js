/**
 * Whether the site is a copy on this computer, opened from a folder (make offline). Its addresses are of no use to
 * anybody else, and browsers let none of its windows speak with another.
 */

export const IS_FROM_FOLDER = location.protocol === "file:";
