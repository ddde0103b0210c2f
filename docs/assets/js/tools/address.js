/** Answers in the fragment of an address: `#open=options&aim=agreed`. Browsers send no fragment to a server. */

/**
 * @param {Map<string, string>} answers question to answer, in the order of the questions
 * @returns {string} with its `#`
 */
export function toFragment(answers) {
  return `#${new URLSearchParams([...answers])}`;
}

/**
 * @param {string} fragment with or without its `#`
 * @returns {Map<string, string>} empty if the fragment holds no answers (as `#the-questions`)
 */
export function fromFragment(fragment) {
  const text = fragment.replace(/^#/, "");
  return text.includes("=") ? new Map(new URLSearchParams(text)) : new Map();
}
