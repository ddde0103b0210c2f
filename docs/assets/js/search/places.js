/** The pages of the site with the questions that they answer: the file `places.json` of the index. */

/**
 * What is known of a page without its text. `standing` is what it is among others: its kind, or a list. A page about
 * the site itself has no title and no address here: it is not offered while somebody types.
 * @typedef {{standing: string, url: string, title: string}} Place
 *
 * A question that a page answers, or a part of it.
 * @typedef {{id: string, url: string, part: string, text: string}} Question
 *
 * `chapters` are those of webinars: their titles say what they answer.
 * `count` is how many pages the index has; of a page's id the first `letters` tell it from all others, and only they
 * are its id here.
 * @typedef {{count: number, letters: number, pages: Map<string, Place>, questions: Question[],
 *   chapters: Question[]}} Places
 *
 * As the file has it, column by column: for each page its id, address, title, and the parts that answer with their
 * texts; a part that is a number is a second, and its text the title of a chapter. `standings` says of how many pages
 * in a row each is.
 * @typedef {{count: number, letters: number, standings: [string, number][], ids: string[],
 *   urls: string[], titles: string[], parts: (string | number)[][], texts: string[][]}} PlacesFile
 */

/** @returns {Places} */
export function placesOf(/** @type {PlacesFile} */ file) {
  const standings = file.standings.flatMap(([standing, count]) => /** @type {string[]} */ (Array(count).fill(standing)));
  const answering = (/** @type {(part: string | number) => boolean} */ chosen) =>
    file.ids.flatMap((id, page) =>
      file.parts[page].flatMap((part, number) => {
        const own = { id, url: file.urls[page], part: typeof part === "number" ? `t-${part}` : part };
        return chosen(part) ? [{ ...own, text: file.texts[page][number] }] : [];
      }),
    );
  return {
    count: file.count,
    letters: file.letters,
    pages: new Map(
      file.ids.map((id, page) => [id, { standing: standings[page], url: file.urls[page], title: file.titles[page] }]),
    ),
    questions: answering((part) => typeof part === "string"),
    chapters: answering((part) => typeof part === "number"),
  };
}
