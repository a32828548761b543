import { type Config, readConfig } from "./config";
import { isRecord, readJson, textOf } from "./json";

export interface Problem {
  kind: "unreachable" | "late" | "broken" | "gone" | "paused" | "limited";
  /** The server's own words, shown instead of ours. */
  text?: string;
  /** Milliseconds since the epoch at which sending again makes sense. */
  until?: number;
}

export interface Turn {
  id: string;
  role: "user" | "assistant";
  /** One string a bubble. */
  texts: string[];
  /** Milliseconds since the epoch. */
  at: number;
  /** As the server sent them; answer.ts reads them. */
  sources?: unknown;
  /** A visitor's turn that has no answer yet: on its way (or waiting for the network), or failed. */
  state?: "waiting" | "failed";
  problem?: Problem;
  /** The tab that sends it; none when that tab has left it to another. */
  tab?: string;
  /** The body as first sent, so that a resend is the same request to the letter. */
  body?: string;
}

export interface State {
  chatId: string;
  turns: Turn[];
  draft: string;
  isOpen: boolean;
  /** Time up to which the visitor has seen answers. */
  seenAt: number;
  config: Config | null;
}

export interface Store {
  readonly key: string;
  get(): State;
  /** Changes the newest stored state, whichever tab wrote it, and stores it. */
  update(change: (state: State) => void): State;
  /** Takes over what another tab stored. */
  refresh(): State;
}

export const TURN_LIMIT = 50;

/**
 * One entry of the page's storage for one bot. Storage that is blocked, full or emptied by the page never throws:
 * the state then lives in memory.
 */
export function createStore(token: string, openStorage: () => Storage): Store {
  const key = `dawen:${token}`;
  let storage: Storage | null = null;
  let state = emptyState();
  try {
    storage = openStorage();
  } catch {}

  const refresh = () => {
    try {
      state = readState(storage?.getItem(key)) ?? state;
    } catch {
      storage = null;
    }
    return state;
  };

  return {
    key,
    get: () => state,
    refresh,
    update(change) {
      refresh();
      change(state);
      state.turns = state.turns.slice(-TURN_LIMIT);
      try {
        storage?.setItem(key, JSON.stringify(state));
      } catch {
        storage = null;
      }
      return state;
    },
  };
}

export function randomHex(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function newChatId(): string {
  return `web_${randomHex()}`;
}

function emptyState(): State {
  return { chatId: newChatId(), turns: [], draft: "", isOpen: false, seenAt: 0, config: null };
}

function readState(json: string | null | undefined): State | null {
  const { chatId, turns, draft, isOpen, seenAt, config } = readJson(json);
  if (!/^web_[\da-f]{8,32}$/.test(textOf(chatId))) return null;
  return {
    chatId: textOf(chatId),
    turns: Array.isArray(turns) ? turns.filter(isTurn) : [],
    draft: textOf(draft),
    isOpen: !!isOpen,
    seenAt: Number(seenAt) || 0,
    config: readConfig(config),
  };
}

/** Our own writing, read back: tells a turn from what another script may have left there. */
function isTurn(value: unknown): value is Turn {
  return isRecord(value) && Array.isArray(value.texts);
}
