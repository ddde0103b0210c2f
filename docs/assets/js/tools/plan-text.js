/** The plan as plain text. Pure: no page is needed. */

/**
 * @typedef {object} Part
 * @property {string} title
 * @property {{label: string, words: string}[]} prompts
 */

/**
 * @param {Part[]} parts
 * @param {string} address where the questions come from
 * @param {(name: string, values?: Record<string, string>) => string} say gives words of the interface
 * @returns {string} every prompt, with its words or a note that it is empty
 */
export function planText(parts, address, say) {
  const blocks = [say("title"), say("questions", { address })];
  for (const part of parts) {
    blocks.push(`\n${part.title}\n${"-".repeat(part.title.length)}`);
    for (const { label, words } of part.prompts) blocks.push(`${label}\n${words.trim() || say("empty")}`);
  }
  return `${blocks.join("\n\n")}\n`;
}
