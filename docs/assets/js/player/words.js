/** Shows what is being spoken: caption, paragraph, slide and chapter. Focus stays where it is. */

import { recall, remember } from "../storage.js";
import { startChoice } from "./remember.js";

/** @param {HTMLElement} root @param {HTMLMediaElement} media */
export function startCaptions(root, media) {
  const box = root.querySelector("[data-caption]");
  const button = root.querySelector("[data-captions]");
  const chip = root.querySelector("[data-speaker]");
  const tracks = [...media.textTracks].filter((track) => track.kind === "captions");
  let current = tracks[0];
  let isOn = recall("captions") !== "off";
  let speaker = "";

  const show = () => {
    box.lang = current.language;
    box.replaceChildren();
    for (const cue of current.activeCues ?? []) {
      const words = cue.getCueAsHTML();
      // <v Name> in the file
      const name = words.querySelector("[title]")?.title ?? "";
      if (name && name !== speaker) {
        const label = document.createElement("strong");
        label.textContent = `${name}: `;
        box.append(label);
      }
      speaker = name;
      box.append(words.textContent);
    }
  };

  /** Whoever spoke last before now: in a silence, too, and wherever the reader has jumped to. */
  const showSpeaker = () => {
    const cue = [...(current.cues ?? [])].findLast(({ startTime }) => startTime <= media.currentTime);
    const name = cue?.getCueAsHTML().querySelector("[title]")?.title;
    if (name) chip.textContent = name;
  };

  const apply = () => {
    button.setAttribute("aria-pressed", isOn);
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
    current = tracks.find((track) => track.language === value);
    apply();
  });
  apply();
}

/** @param {HTMLMediaElement} media */
export function startFollowing(media) {
  const follow = document.querySelector("[data-follow]");
  const end = Number(document.querySelector("[data-transcript]")?.dataset.end);

  mark(media, [...document.querySelectorAll(".chapters a")]);
  mark(media, [...document.querySelectorAll(".said[data-start]")], end, (paragraph) => {
    // Whether it glides is for the style sheet to say: not where readers want no motion.
    if (follow.checked && !media.paused) paragraph.scrollIntoView({ block: "center" });
  });
}

/**
 * The browser watches the clock, with a cue for each part: nothing runs between them.
 * @param {HTMLMediaElement} media
 * @param {HTMLElement[]} parts each with its start
 * @param {number} [end] of the last, in seconds
 * @param {(part: HTMLElement) => void} [after] gets the part that begins
 */
export function mark(media, parts, end = 1e6, after = () => {}) {
  const starts = parts.map((part) => Number(part.dataset.start));
  const track = media.addTextTrack("metadata");
  let current = parts.find((part) => part.ariaCurrent);
  track.mode = "hidden";
  // The first is current from the very start, before the first word.
  parts.forEach((_, i) => track.addCue(new VTTCue(i ? starts[i] : 0, starts[i + 1] ?? end, String(i))));
  track.addEventListener("cuechange", () => {
    current?.removeAttribute("aria-current");
    current = parts[track.activeCues[0]?.text];
    current?.setAttribute("aria-current", "true");
    if (current) after(current);
  });
}
