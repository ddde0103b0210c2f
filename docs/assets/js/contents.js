/** Marks in the contents of a page which section is being read. */

import { maybe } from "./parts.js";

export function startContents() {
  const links = [...document.querySelectorAll(".toc a")].filter((link) => link instanceof HTMLAnchorElement);
  const sections = links.map((link) => document.getElementById(link.hash.slice(1)));
  if (links.length === 0) return;
  // Where style sheets put it beside the text (components.css).
  const fold = maybe(document, ".toc details", HTMLDetailsElement);
  if (fold) fold.open = matchMedia("(width >= 78rem) and (height >= 30rem)").matches;

  const mark = () => {
    // The last heading in the upper third of the window, or above it.
    const current = sections.findLastIndex((section) => section && section.getBoundingClientRect().top < innerHeight / 3);
    links.forEach((link, index) => {
      if (index === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  };
  const watch = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  for (const section of sections) if (section) watch.observe(section);
}
