/**
 * Speaks with platforms that know cmi5 (https://aicc.github.io/CMI-5_Spec_Current/): the address that opened the page
 * says where to send what, and a word that may be fetched once lets it in.
 */

import { NOTHING } from "./record.js";

/** @typedef {import("./record.js").CourseRecord} CourseRecord */
/** @typedef {import("./record.js").Kept} Kept */
/** @typedef {{contextTemplate?: {contextActivities?: {grouping?: object[]}, extensions?: object}, launchMode?: string,
 *   returnURL?: string}} LaunchData */

const VERSION = "1.0.3";
const STATE = "doing-with";
const VERBS = "http://adlnet.gov/expapi/verbs/";
const CATEGORIES = "https://w3id.org/xapi/cmi5/context/categories/";

/**
 * @param {string} search of the page's address
 * @returns {Promise<CourseRecord | null>} null where no platform answers
 */
export async function openCmi5(search) {
  const launch = new URLSearchParams(search);
  const fetchAddress = launch.get("fetch");
  if (!fetchAddress || !launch.get("endpoint")) return null;
  try {
    return await opened(new Session(launch, await allowed(fetchAddress)));
  } catch (error) {
    console.warn(error);
    return null;
  }
}

/**
 * The word that lets this visit in. The platform gives it once, so it is kept for when the page is loaded again.
 *
 * @param {string} address
 * @returns {Promise<string>}
 */
async function allowed(address) {
  const key = `cmi5:${address}`;
  const before = sessionStorage.getItem(key);
  if (before) return before;
  const response = await fetch(address, { method: "POST" });
  const token = (await response.json())["auth-token"];
  if (!token) throw new Error("The platform lets nobody in.");
  sessionStorage.setItem(key, token);
  return token;
}

/** @param {Session} session @returns {Promise<CourseRecord>} */
async function opened(session) {
  const launchData = /** @type {LaunchData} */ ((await session.get("activities/state", "LMS.LaunchData")) ?? {});
  // Every page has to ask for these (cmi5, 11.0), though ours has no use for them.
  await session.get("agents/profile", "cmi5LearnerPreferences");
  const kept = { ...NOTHING, ...(await session.get("activities/state", STATE)) };
  session.context = launchData.contextTemplate ?? {};
  // Who only looks at it again leaves no trace.
  const isCounted = (launchData.launchMode ?? "Normal") === "Normal";
  if (isCounted) await session.once("initialized");
  let isFinished = kept.isFinished;

  const keep = async (/** @type {Kept} */ state) => {
    if (!isCounted) return;
    const isNew = state.isFinished && !isFinished;
    isFinished = state.isFinished;
    // Both at once: a page that is going away waits for neither.
    await Promise.all([session.put(STATE, state), isNew && session.report("completed", { completion: true, duration: session.duration }, ["moveon"])]);
  };
  const close = (/** @type {Kept} */ state) => void keep(state).catch(console.warn);
  const leave = async (/** @type {Kept} */ state) => {
    await keep(state).catch(console.warn);
    if (isCounted) await session.once("terminated").catch(console.warn);
    return launchData.returnURL ?? "";
  };
  return { kept, keep: close, close, leave };
}

/** One visit, with what the address says of it. */
class Session {
  /** @type {NonNullable<LaunchData["contextTemplate"]>} */
  context = {};
  #start = Date.now();

  /** @param {URLSearchParams} launch @param {string} token */
  constructor(launch, token) {
    const value = (/** @type {string} */ name) => launch.get(name) ?? "";
    this.endpoint = value("endpoint").replace(/\/?$/, "/");
    this.actor = value("actor");
    this.activity = value("activityId");
    this.registration = value("registration");
    this.token = token;
  }

  /** @param {"activities/state" | "agents/profile"} place @param {string} id @returns {Promise<object | null>} */
  async get(place, id) {
    const response = await this.#send(this.#address(place, id), "GET");
    return response.ok ? response.json() : null;
  }

  /** @param {string} id @param {object} content */
  async put(id, content) {
    await this.#send(this.#address("activities/state", id), "PUT", content);
  }

  /** Says it, unless this visit has said it before it was loaded again. @param {string} verb */
  async once(verb) {
    const key = `cmi5:${this.token}:${verb}`;
    if (sessionStorage.getItem(key)) return;
    await this.report(verb, verb === "terminated" ? { duration: this.duration } : undefined);
    sessionStorage.setItem(key, "yes");
  }

  /**
   * @param {string} verb
   * @param {object} [result]
   * @param {string[]} [categories] besides the one that all have
   */
  async report(verb, result, categories = []) {
    const statement = {
      id: uuid(),
      timestamp: new Date().toISOString(),
      actor: JSON.parse(this.actor),
      verb: { id: VERBS + verb, display: { en: verb } },
      object: { objectType: "Activity", id: this.activity },
      ...(result && { result }),
      context: {
        ...this.context,
        registration: this.registration,
        contextActivities: {
          ...this.context.contextActivities,
          category: ["cmi5", ...categories].map((name) => ({ id: CATEGORIES + name })),
        },
      },
    };
    await this.#send(`${this.endpoint}statements?statementId=${statement.id}`, "PUT", statement);
  }

  /** @returns {string} as ISO 8601 has it */
  get duration() {
    return `PT${((Date.now() - this.#start) / 1000).toFixed(2)}S`;
  }

  /** @param {"activities/state" | "agents/profile"} place @param {string} id @returns {string} */
  #address(place, id) {
    const { activity: activityId, registration, actor: agent } = this;
    /** @type {Record<string, string>} */
    const query = place === "agents/profile" ? { profileId: id, agent } : { stateId: id, activityId, registration, agent };
    return `${this.endpoint}${place}?${new URLSearchParams(query)}`;
  }

  /** @param {string} address @param {string} method @param {object} [content] */
  #send(address, method, content) {
    return fetch(address, {
      method,
      // Goes out though the page is going away.
      keepalive: true,
      headers: {
        Authorization: `Basic ${this.token}`,
        "X-Experience-API-Version": VERSION,
        "Content-Type": "application/json",
      },
      body: content && JSON.stringify(content),
    });
  }
}

/** @returns {string} a random one; `crypto.randomUUID` is only there over https */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
