import type { IncomingHttpHeaders } from "node:http";

export interface Fault {
  status?: number;
  body?: unknown;
  text?: string;
  headers?: Record<string, string>;
  /** Nothing is answered before this is settled. */
  until?: Promise<unknown>;
  reset?: boolean;
  /** The message is answered, and the answer lost on its way back. */
  loses?: boolean;
}

export interface Bot {
  token: string;
  config: Record<string, unknown>;
  isKnown: boolean;
  configs: number;
  pings: { origin: string | undefined }[];
  messages: { body: Record<string, unknown>; key: string | undefined; headers: IncomingHttpHeaders }[];
  /** Used up one a message, before `answer`. */
  faults: Fault[];
  /** What each Idempotency-Key was answered; a resend gets it again. */
  answered: Map<string, unknown>;
  feedback: Record<string, unknown>[];
  isFeedbackTaken: boolean;
  /** The bodies of the contact forms that were sent. */
  contacts: Record<string, unknown>[];
  /** The pictures that were sent. */
  files: {
    key: string | undefined;
    visitorKey: string | string[] | undefined;
    type: string;
    bytes: Buffer<ArrayBuffer>;
  }[];
  /** Used up one a picture. */
  fileFaults: Fault[];
  answer(body: Record<string, unknown>): unknown;
  /**
   * Set, answers are streamed: these words, then `done` with the answer (`error` when it is no success); null breaks
   * off.
   */
  deltas?: (body: Record<string, unknown>) => AsyncIterable<string | null>;
  /** Set, a conversation with a key can be followed: the names of the events and what each says. */
  events?: () => AsyncIterable<[name: string, data: unknown]>;
}

export function startApi(): Promise<{
  origin: string;
  addBot(config?: Record<string, unknown>): Bot;
  close(): Promise<void>;
}>;
