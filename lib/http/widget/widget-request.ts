import type { Readable } from "node:stream";

/** What a widget route reads of a request, made of Node's own by our server. */
export type WidgetRequest = {
  readonly method: string;
  /** Absolute; only its path and query are to be relied on. */
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  readonly body: Readable | null;
  /** Aborted when the client leaves before it has the whole answer. */
  readonly signal: AbortSignal;
};
