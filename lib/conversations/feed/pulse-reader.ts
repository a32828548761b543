import type { Ctx } from "@/lib/context";
import { readJsonEntries } from "@/lib/kv/json-value";
import { kvMaxLength } from "@/lib/kv/keys";
import { type Pulse, pulseSchema } from "./pulse";

/** Reads a team's pulses onwards, beginning with those that come after the first look. */
export class PulseReader {
  readonly #kv: Ctx["kv"];
  readonly #key: string;
  /** Of the newest one read; null before the first look. */
  #position: string | null = null;

  constructor(kv: Ctx["kv"], key: string) {
    this.#kv = kv;
    this.#key = key;
  }

  /** Not to be called again before it has ended. */
  async read(): Promise<Pulse[]> {
    if (this.#position === null) {
      const [newest] = readJsonEntries(await this.#kv.redis.xrevrange(this.#key, "+", "-", 1));
      this.#position = newest?.id ?? "0-0";
      return [];
    }
    const news = readJsonEntries(
      await this.#kv.redis.xrange(this.#key, `(${this.#position}`, "+", 2 * kvMaxLength.pulses),
    );
    this.#position = news.at(-1)?.id ?? this.#position;
    return news.flatMap(({ value }) => pulseSchema.safeParse(value).data ?? []);
  }
}
