/** The plan as plain text. Pure: no page is needed. */

/**
 * @typedef {object} Part
 * @property {string} title
 * @property {{label: string, words: string}[]} prompts
 */

/**
 * @param {string} title
 * @param {string} source where the questions come from
 * @param {Part[]} parts
 * @returns {string} every prompt, with its words or a note that it is empty
 */
export function planText(title, source, parts) {
  const blocks = [title, `Questions from ${source}`];
  for (const part of parts) {
    blocks.push(`\n${part.title}\n${"-".repeat(part.title.length)}`);
    for (const { label, words } of part.prompts) blocks.push(`${label}\n${words.trim() || "(not filled in yet)"}`);
  }
  return `${blocks.join("\n\n")}\n`;
}
