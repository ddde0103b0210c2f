/** Shows what is being spoken: caption, paragraph, slide and chapter. Focus stays where it is. */

import { maybe, part, parts } from "../parts.js";
import { recall, remember } from "../storage.js";
import { startChoice } from "./remember.js";

/** @param {HTMLElement} root @param {HTMLMediaElement} media */
export function startCaptions(root, media) {
  const box = part(root, "[data-caption]", HTMLElement);
  const button = part(root, "[data-captions]", HTMLButtonElement);
  const chip = maybe(root, "[data-speaker]", HTMLElement);
  const tracks = [...media.textTracks].filter((track) => track.kind === "captions");
  let current = tracks[0];
  let isOn = recall("captions") !== "off";
  let speaker = "";

  const show = () => {
    box.lang = current.language;
    box.replaceChildren();
    for (const cue of cuesNow(current)) {
      const words = cue.getCueAsHTML();
      // <v Name> in the file; where the stage has a place for it, it need not stand here.
      const name = speakerOf(words);
      if (name && name !== speaker && !chip) {
        const label = document.createElement("strong");
        label.textContent = `${name}: `;
        box.append(label);
      }
      speaker = name;
      box.append(words.textContent ?? "");
    }
  };

  /** Whoever spoke last before now: in a silence, too, and wherever the reader has jumped to. */
  const showSpeaker = () => {
    const cue = all(current.cues).findLast(({ startTime }) => startTime <= media.currentTime);
    const name = cue ? speakerOf(cue.getCueAsHTML()) : "";
    if (name && chip) chip.textContent = name;
  };

  const apply = () => {
    button.setAttribute("aria-pressed", String(isOn));
    box.hidden = !isOn;
    // Full screen has only the picture: there the browser's own captions have to do. Switched off, they say who speaks.
    const mode = isOn && document.fullscreenElement === media ? "showing" : "hidden";
    for (const track of tracks) track.mode = track === current ? mode : "disabled";
  };

  for (const track of tracks) track.addEventListener("cuechange", () => track === current && show());
  if (chip) {
    current.addEventListener("cuechange", showSpeaker);
    media.addEventListener("seeked", showSpeaker);
  }
  button.addEventListener("click", () => {
    isOn = !isOn;
    remember("captions", isOn ? "on" : "off");
    apply();
  });
  document.addEventListener("fullscreenchange", apply);
  startChoice(root, "caption-size", (value) => root.style.setProperty("--caption-size", value));
  startChoice(root, "caption-language", (value) => {
    current = tracks.find((track) => track.language === value) ?? current;
    apply();
  });
  apply();
}

/** @param {HTMLMediaElement} media */
export function startFollowing(media) {
  const follow = maybe(document, "[data-follow]", HTMLInputElement);
  const end = Number(maybe(document, "[data-transcript]", HTMLElement)?.dataset.end);

  mark(media, parts(document, ".chapters a"));
  mark(media, parts(document, ".said[data-start]"), end, (paragraph) => {
    // Whether it glides is for the style sheet to say: not where readers want no motion.
    if (follow?.checked && !media.paused) paragraph.scrollIntoView({ block: "center" });
  });
}

/**
 * The browser watches the clock, with a cue for each part: nothing runs between them.
 * @param {HTMLMediaElement} media
 * @param {HTMLElement[]} shown each with its start
 * @param {number} [end] of the last, in seconds
 * @param {(part: HTMLElement) => void} [after] gets the part that begins
 */
export function mark(media, shown, end = 1e6, after = () => {}) {
  const starts = shown.map((part) => Number(part.dataset.start));
  const track = media.addTextTrack("metadata");
  let current = shown.find((part) => part.ariaCurrent);
  track.mode = "hidden";
  // The first is current from the very start, before the first word.
  shown.forEach((_, i) => track.addCue(new VTTCue(i ? starts[i] : 0, starts[i + 1] ?? end, String(i))));
  track.addEventListener("cuechange", () => {
    current?.removeAttribute("aria-current");
    current = shown[Number(cuesNow(track)[0]?.text)];
    current?.setAttribute("aria-current", "true");
    if (current) after(current);
  });
}

/** @param {TextTrack} track @returns {VTTCue[]} what is being said, or shown, now */
export function cuesNow(track) {
  return all(track.activeCues);
}

/** @param {TextTrackCueList | null} cues @returns {VTTCue[]} */
function all(cues) {
  return [...(cues ?? [])].filter((cue) => cue instanceof VTTCue);
}

/** @param {DocumentFragment} words @returns {string} who says them: `<v Name>` in the file */
function speakerOf(words) {
  return maybe(words, "[title]", HTMLElement)?.title ?? "";
}
