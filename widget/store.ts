import { type Config, readConfig } from "./config";
import { isRecord, readJson, textOf, toJson } from "./json";
import { find } from "./list";

export interface Problem {
  kind: "unreachable" | "late" | "broken" | "gone" | "paused" | "limited";
  /** The server's own words, shown instead of ours. */
  text?: string;
  /** Milliseconds since the epoch at which sending again makes sense. */
  until?: number;
}

/** What the server gave to read the conversation by; it ends with it. */
export interface Link {
  /** "" where the server gives none any more. */
  key: string;
  /** The turn up to which what people wrote is here. */
  since: string;
  /** Somebody awaits or has a person. */
  handoff?: boolean;
  /** Who has it. */
  person?: string;
  /** Where their picture is, a path of our server's. */
  face?: string;
  /** While one is awaited: when somebody comes, in the server's words. */
  notice?: string;
  /** While nobody is there: the words of the form to be reached by. */
  form?: unknown;
  /** The visitor's turn up to which they have read, by the server's id. */
  seen?: string;
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
  /** The server's id of a visitor's turn. */
  turnId?: string;
  /** An answer's id at the server, to rate it by. */
  messageId?: string;
  /** False where the bot had no answer. */
  answered?: unknown;
  rating?: "up" | "down";
  /** Set where the turn is a picture, as the server sent it; talk/picture.ts reads it. `texts` is the word for it. */
  picture?: unknown;
  /** Who wrote an answer that is a person's. */
  by?: string;
  /** Where their picture is, a path of our server's. */
  face?: string;
  /** The visitor asks for a person. */
  person?: true;
  /** A visitor's turn that has no answer yet: on its way (or waiting for the network), or failed. */
  state?: "waiting" | "failed";
  problem?: Problem;
  /** The tab that sends it; none when that tab has left it to another. */
  tab?: string;
  /** How often it was changed: of two tabs' versions the later counts. */
  version?: number;
  /** The body as first sent, so that a resend is the same request to the letter. */
  body?: string;
}

export interface State {
  chatId: string;
  link: Link | null;
  turns: Turn[];
  /** What stands in the form to be reached by (talk/contact.ts), and the form; only this browser has it. */
  contact?: Record<string, unknown>;
  draft: string;
  /** How often draft or contact were typed in: of two tabs' versions the later counts. */
  edits: number;
  isOpen: boolean;
  /** The visitor closed it, which counts for more than the page that opens it. */
  isClosed: boolean;
  /** Time up to which the visitor has seen answers. */
  seenAt: number;
  /** A tone for answers that come while the visitor looks elsewhere. */
  hasSound: boolean;
  config: Config | null;
}

export interface Store {
  readonly key: string;
  get(): State;
  /** Changes the newest stored state, whichever tab wrote it, and stores it. */
  update(change: (state: State) => void): State;
  /** Changes only these of it. */
  set(part: Partial<State>): void;
  /** Stores what the visitor has typed. */
  saveTyped(typed: Pick<Partial<State>, "draft" | "contact">): void;
  /** Takes over what another tab stored. */
  refresh(): State;
  /** Begins anew, as for somebody else; looks stay. */
  begin(): void;
  /** Begins anew when nothing was said for that many milliseconds; 0 never does. */
  expire(afterMs: number): void;
}

export const TURN_LIMIT = 50;

/** A stored wait says a minute at the most; where it is longer, the server says so again. */
const LONGEST_WAIT_MS = 60_000;

/**
 * One entry of the page's storage for one bot. Storage that is blocked, full or emptied by the page never throws:
 * the state then lives in memory.
 */
export function createStore(token: string, openStorage: () => Storage): Store {
  const key = `dawen:${token}`;
  /** Undefined until it is first read: that waits for the browser's own process. */
  let storage: Storage | null | undefined;
  let state = emptyState();

  const write = () => {
    try {
      // What is there already could only overwrite what another tab, a process of its own, writes just now.
      const text = toJson(state);
      if (storage?.getItem(key) !== text) storage?.setItem(key, text);
    } catch {
      storage = null;
    }
  };

  const refresh = () => {
    try {
      if (storage === undefined) storage = openStorage();
      const stored = readState(storage?.getItem(key));
      if (stored) {
        const { chatId, turns, edits, draft, contact } = state;
        state = stored;
        // Tabs are processes, and see each other's writing late: what one overwrote comes back from the other.
        const isEdited = edits > stored.edits;
        if (isEdited) Object.assign(stored, { edits, draft, contact });
        if (mergeTurns(stored.turns, stored.chatId === chatId ? turns : []) || isEdited) write();
      }
    } catch {
      storage = null;
    }
    return state;
  };

  const update = (change: (state: State) => void) => {
    const before = new Set(refresh().turns.map(toJson));
    change(state);
    state.turns = state.turns.slice(-TURN_LIMIT);
    for (const turn of state.turns) {
      if (!before.has(toJson(turn))) turn.version = (turn.version ?? 0) + 1;
    }
    write();
    return state;
  };

  return {
    key,
    get: () => state,
    refresh,
    update,
    set: (part) => update((newest) => Object.assign(newest, part)),
    saveTyped: (typed) => update((newest) => Object.assign(newest, typed, { edits: newest.edits + 1 })),
    begin() {
      const { config, edits } = refresh();
      state = { ...emptyState(), config, edits: edits + 1 };
      write();
    },
    expire(afterMs) {
      const [last] = state.turns.slice(-1);
      if (!afterMs || !last || Date.now() - last.at < afterMs) return;
      update((old) => Object.assign(old, newChat()));
    },
  };
}

export function randomHex(): string {
  let hex = "";
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) hex += (byte + 256).toString(16).slice(1);
  return hex;
}

/** A conversation in which nothing was said. */
export function newChat(): Pick<State, "chatId" | "link" | "turns" | "contact"> {
  return { chatId: `web_${randomHex()}`, link: null, turns: [], contact: undefined };
}

/** Whether something waits for the server, or somebody for a person. */
export function hasWork({ turns, link }: State): boolean {
  return !!(link?.handoff || find(turns, (turn) => turn.state));
}

function emptyState(): State {
  return {
    ...newChat(),
    draft: "",
    edits: 0,
    isOpen: false,
    isClosed: false,
    seenAt: 0,
    hasSound: false,
    config: null,
  };
}

function readState(text: string | null | undefined): State | null {
  const json = readJson(text);
  if (!/^web_[\da-f]{8,32}$/.test(textOf(json.chatId))) return null;
  const read = { ...emptyState(), ...json };
  const now = Date.now();
  const turns = Array.isArray(read.turns) ? read.turns.filter(isTurn) : [];
  // A clock that was fast and has been set right: nothing is of tomorrow.
  for (const turn of turns) {
    turn.at = Math.min(turn.at, now);
    if (turn.problem?.until) turn.problem.until = Math.min(turn.problem.until, now + LONGEST_WAIT_MS);
  }
  return { ...read, seenAt: Math.min(read.seenAt, now), turns, config: readConfig(read.config) };
}

/**
 * Adds to `turns` what only `own` has, or has newer, each after the one it follows there; true when there was anything.
 */
function mergeTurns(turns: Turn[], own: Turn[]): boolean {
  let hasChanged = false;
  let at = -1;
  for (const turn of own) {
    const found = find(turns, ({ id }) => id === turn.id);
    if (!found && turns.length >= TURN_LIMIT) continue;
    at = found ? turns.indexOf(found) : at + 1;
    if (found && (found.version ?? 0) >= (turn.version ?? 0)) continue;
    turns.splice(at, found ? 1 : 0, turn);
    hasChanged = true;
  }
  return hasChanged;
}

/** Our own writing, read back: tells a turn from what another script may have left there. */
function isTurn(value: unknown): value is Turn {
  return isRecord(value) && Array.isArray(value.texts);
}
