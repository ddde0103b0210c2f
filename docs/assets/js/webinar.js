/** A webinar's page, and its player for other sites: joins the parts that are there. */

import { startMoments } from "./player/moments.js";
import { startOutside } from "./player/outside.js";
import { startResuming } from "./player/remember.js";
import { startPlayer } from "./player/start.js";
import { maybe } from "./parts.js";
import { ready } from "./ready.js";

const page = maybe(document, "[data-webinar]", HTMLElement);
const player = maybe(document, "[data-player]", HTMLElement);
const outside = maybe(document, "[data-outside]", HTMLElement);

if (page && player) {
  const { recording, isOpened } = startPlayer(page, player);
  startResuming(player, recording, isOpened);
} else if (page) {
  startMoments(page, outside && startOutside(outside));
}
const share = maybe(document, "[data-share]", HTMLElement);
share?.addEventListener("toggle", async () => (await import("./share/panel.js")).startShare(share), { once: true });
// The code for other sites may leave the chapters out.
if (new URLSearchParams(location.search).get("chapters") === "off") document.querySelector(".embed .chapters")?.remove();
document.querySelectorAll("[data-webinar], [data-webinar-words]").forEach(ready);
