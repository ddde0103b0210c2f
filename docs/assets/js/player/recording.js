/** Reaches every moment of a recording, also where its host ignores Range requests. */

/**
 * @typedef {object} Recording
 * @property {HTMLMediaElement} [media] none for another site's player
 * @property {(seconds: number) => void} seek without playing
 * @property {() => void} play
 * @property {(seconds: number) => void} playFrom
 * @property {(text: string) => void} say has it shown and read out
 */

/** Bytes: a larger recording is not fetched whole. */
const LARGEST = 300e6;
/** Milliseconds of silence. */
const PATIENCE = 15000;

/** @param {HTMLElement} root @returns {(text: string) => void} */
export function teller(root) {
  const message = root.querySelector("[data-message]");
  return (text) => (message.textContent = text);
}

/** @param {HTMLElement} root @returns {Recording} */
export function startRecording(root) {
  const media = root.querySelector("audio, video");
  const say = teller(root);
  /** Where to go when it can be reached. */
  let wanted = null;
  let isFetched = false;
  let isFetching = false;
  let willPlay = false;
  let timer;

  const isReachable = () => {
    const { seekable, duration } = media;
    return !Number.isFinite(duration) || (seekable.length > 0 && seekable.end(seekable.length - 1) >= duration - 1);
  };

  const fail = () => {
    root.classList.add("has-failed");
    say(root.dataset.failed);
  };

  const fetchWhole = async () => {
    if (isFetched) return;
    isFetched = isFetching = true;
    say("Loading the whole recording, so that you can move about in it.");
    try {
      // With a cache, Chromium waits for the request that it has open.
      const response = await fetch(media.querySelector("source").src, { cache: "no-store" });
      if (!response.ok || response.headers.get("Content-Length") > LARGEST) throw new Error();
      const whole = await response.blob();
      wanted ??= media.currentTime;
      willPlay ||= !media.paused;
      media.src = URL.createObjectURL(whole);
      say("");
    } catch {
      if (media.readyState) say("You cannot jump in this recording. Play it from the start, or download it.");
      else fail();
    }
    isFetching = false;
    if (willPlay) play();
  };

  const reach = () => {
    if (wanted === null || !media.readyState) return;
    if (!isReachable()) return fetchWhole();
    // A hair later: browsers round times down, into the part before.
    media.currentTime = wanted + 0.01;
    wanted = null;
  };

  const play = () => {
    // Not from the wrong place while the whole is fetched. If it cannot play, `whenBroken` says so.
    if (isFetching && wanted !== null) willPlay = true;
    else media.play().catch(() => {});
  };

  const whenBroken = () => {
    if (isFetched) fail();
    else fetchWhole();
  };

  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      say("The recording is slow to load. The transcript is there to read.");
      media.addEventListener("playing", () => say(""), { once: true });
    }, PATIENCE);
  };

  const on = (names, act) => names.split(" ").forEach((name) => media.addEventListener(name, act));
  on("loadedmetadata", reach);
  on("play seeking", () => media.readyState && !isReachable() && fetchWhole());
  on("play waiting", () => media.readyState < 3 && wait());
  on("playing pause", () => clearTimeout(timer));
  // Captured, as errors of a <source> do not bubble.
  media.addEventListener("error", whenBroken, true);
  if (media.networkState === media.NETWORK_NO_SOURCE) whenBroken();

  const seek = (seconds) => {
    wanted = seconds;
    reach();
  };
  const playFrom = (seconds) => {
    seek(seconds);
    play();
  };
  return { media, say, seek, play, playFrom };
}
