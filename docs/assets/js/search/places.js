/** The pages of the site with the questions that they answer: the file `places.json` of the index. */

/**
 * What is known of a page without its text. `standing` is what it is among others: its kind, or a list.
 * @typedef {{standing: string, url: string, title: string}} Place
 *
 * A question that a page answers, or a part of it.
 * @typedef {{id: string, url: string, part: string, text: string}} Question
 *
 * `chapters` are those of webinars: their titles say what they answer.
 * `count` is how many pages the index has; `common` are the site's words that are said most often, those first.
 * @typedef {{count: number, common: string[], pages: Map<string, Place>, questions: Question[],
 *   chapters: Question[]}} Places
 *
 * As the file has it: pages with id, standing, address and title; questions with the number of their page.
 * @typedef {{count: number, common: string[], pages: [string, string, string, string][], questions: [number, string, string][],
 *   chapters: [number, string, string][]}} PlacesFile
 */

/** @returns {Places} */
export function placesOf(/** @type {PlacesFile} */ file) {
  const question = (/** @type {[number, string, string]} */ [page, part, text]) => {
    const [id, , url] = file.pages[page];
    return { id, url, part, text };
  };
  return {
    count: file.count,
    common: file.common,
    pages: new Map(file.pages.map(([id, standing, url, title]) => [id, { standing, url, title }])),
    questions: file.questions.map(question),
    chapters: file.chapters.map(question),
  };
}
