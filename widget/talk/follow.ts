import { isRecord, readJson, textOf } from "../json";
import { page } from "../page";
import type { PanelOptions } from "../panel/panel-options";
import { safe } from "../safe";
import type { Link, Turn } from "../store";
import { nameOf, type Said, saidList, takeSeen, takeState, takeWritten } from "./link";
import { readEvents } from "./read-events";

export interface Follower {
  /** Follows what people write while somebody awaits or has one. */
  resume(): void;
  /** Looks once whether somebody wrote of their own accord. */
  peek(): void;
  /** Asks once more for the server's turn of that id, and what follows it: addresses of pictures end. */
  renew(id: string): Promise<void>;
  /** Tells the others that the visitor is writing. */
  type(): void;
  /** Who is writing to the visitor at the moment. */
  typist(): string;
  stop(): void;
}

type FollowOptions = Pick<PanelOptions, "store" | "api" | "token" | "render" | "emit">;

const HIDDEN_MS = 20_000;
const POLL_MS = 3_000;
const RETRY_MS = 1_000;
/** The server says something at once, and then every 15 s. */
const FIRST_MS = 5_000;
const SILENCE_MS = 35_000;
/**
 * So many streams that said nothing, or broke off soon, and the page asks instead, and tries one again after a while.
 */
const CUTS = 2;
const AGAIN_MS = 60_000;
const SOON_MS = 10_000;
/** Who writes says so every three seconds. */
const TYPE_MS = 3_000;
const TYPING_MS = 5_000;

/** Follows what is written in what the store holds. */
export function createFollower({ store, api, token, render, emit }: FollowOptions): Follower {
  let isFollowing = false;
  let isStopped = false;
  let cuts = 0;
  let cutAt = 0;
  let typist = "";
  let typingTimer = 0;
  let typedAt = 0;
  /** Ends what is being waited for. */
  let wake = () => {};

  const setTypist = (name: string) => {
    clearTimeout(typingTimer);
    if (name) typingTimer = window.setTimeout(safe(setTypist), TYPING_MS, "");
    if (typist === name) return;
    typist = name;
    render();
  };

  const take = (name: string, data: Said) => {
    if (name === "typing") return setTypist(nameOf(data));
    let written: Turn | undefined;
    store.update((state) => {
      if (name === "turn") written = takeWritten(state, data);
      if (name === "state") takeState(state, data);
      if (name === "seen") takeSeen(state, data);
    });
    if (written || !store.get().link?.person) setTypist("");
    if (written) emit("reply", written.texts);
    render();
  };

  /** Takes what there is, as a stream until that ends. A refusal for good ends the link. */
  async function look({ key, since }: Link, asStream: boolean, isBeside?: boolean): Promise<void> {
    const closing = new AbortController();
    const close = () => closing.abort();
    let timer = setTimeout(close, asStream ? FIRST_MS : SILENCE_MS);
    if (!isBeside) wake = close;
    try {
      const response = await fetch(api.url(`events?token=${token}`), {
        headers: {
          "dawen-visitor": key,
          ...(since && { "last-event-id": since }),
          ...(asStream && { accept: "text/event-stream" }),
        },
        cache: "no-store",
        credentials: "omit",
        signal: closing.signal,
      });
      if (response.status === 404) {
        store.update((state) => {
          if (state.link?.key === key) state.link = { key: "", since: "" };
        });
        render();
      }
      if (!response.ok) return;
      if (asStream) {
        const goOn = () => {
          clearTimeout(timer);
          timer = setTimeout(close, SILENCE_MS);
        };
        const takeNews = (name: string, data: string) => {
          take(name, readJson(data));
          if (!store.get().link?.handoff) close();
        };
        await readEvents(response, takeNews, goOn);
      } else {
        const { events } = readJson(await response.text());
        for (const { event, data } of saidList(events)) if (isRecord(data)) take(textOf(event), data);
      }
    } catch {
      // Cut off: the same as an end.
    } finally {
      clearTimeout(timer);
    }
  }

  const follow = safe(async () => {
    if (isFollowing || isStopped) return;
    isFollowing = true;
    try {
      for (;;) {
        const { link } = store.refresh();
        if (isStopped || !link?.key || !link.handoff) return;
        const wasHidden = page.hidden;
        const since = Date.now();
        const asStream = !wasHidden && (cuts < CUTS || since - cutAt > AGAIN_MS);
        await look(link, asStream);
        if (isStopped || page.hidden !== wasHidden) continue;
        if (asStream) {
          cutAt = Date.now();
          cuts = cutAt - since > SOON_MS ? 0 : cuts + 1;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, wasHidden ? HIDDEN_MS : asStream ? RETRY_MS : POLL_MS);
        });
      }
    } finally {
      isFollowing = false;
    }
  });

  const peek = safe(async () => {
    const { link } = store.refresh();
    if (isFollowing || !link?.key) return;
    await look(link, false);
    follow();
  });

  const wakeUp = () => wake();
  document.addEventListener("visibilitychange", wakeUp);
  window.addEventListener("online", wakeUp);
  setInterval(() => isStopped || page.hidden || !store.get().isOpen || peek(), HIDDEN_MS);

  return {
    resume() {
      isStopped = false;
      follow();
    },
    peek,
    renew: safe((id) => {
      const { link } = store.get();
      // The position just before it.
      return link?.key && look({ ...link, since: id.replace(/.{12}$/, "0".repeat(12)) }, false, true);
    }),
    typist: () => typist,
    type: safe(() => {
      const { link } = store.get();
      if (!link?.key || !link.handoff || Date.now() - typedAt < TYPE_MS) return;
      typedAt = Date.now();
      // Where it doesn't arrive, it is said again soon, or over.
      return api.post("typing", {}, { "dawen-visitor": link.key });
    }),
    stop() {
      isStopped = true;
      wake();
    },
  };
}
