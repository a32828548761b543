import { toFormValue } from "@/lib/forms/form-value";
import { baseInput, pickChanges } from "@/lib/forms/pick-changes";
import { readLines } from "@/lib/forms/read-lines";
import { readNumbers } from "@/lib/forms/read-numbers";
import { idInput, isId } from "@/lib/id-input";
import { toJobFault } from "@/lib/jobs/fault-of";
import { retryJobInput } from "@/lib/jobs/retry-job";
import { runDueJobs } from "@/lib/jobs/run/run-due-jobs";
import { canRepeat } from "@/lib/kv/can-repeat";
import { compareBytes } from "@/lib/kv/embedded/compare-bytes";
import { Engine } from "@/lib/kv/embedded/engine";
import { parseExpiry } from "@/lib/kv/embedded/key-commands";
import { Options } from "@/lib/kv/embedded/options";
import { parseIndex, parseInt64, parseScore } from "@/lib/kv/embedded/parse-number";
import { SortedSet } from "@/lib/kv/embedded/sorted-set";
import { parseRangeEnd, parseStreamId } from "@/lib/kv/embedded/stream-id";
import { isStoreAway } from "@/lib/kv/is-store-away";
import { readJsonEntries, toJsonField } from "@/lib/kv/json-value";
import { LocalLimiter } from "@/lib/kv/limits/local-limiter";
import { readRequest } from "@/lib/kv/transports/create-requester";
import { describeError, toLogLine } from "@/lib/log";
import { readScopes } from "@/lib/scopes";
import { isTimeZone } from "@/lib/time-zones";
import type { CaseTable } from "./case-table";
import { takes } from "./given/takes";

const engine = new Engine();
const limiter = new LocalLimiter();

/** What of forms, jobs, the log and the store gets texts that visitors and members sent. */
export const storeCases: CaseTable = {
  "lib/forms/form-value.ts": { toFormValue: (text) => [toFormValue(text), toFormValue([text, text])] },
  "lib/forms/pick-changes.ts": {
    baseInput: (text) => baseInput.safeParse({ [text]: text }),
    pickChanges: (text) => pickChanges({ a: text, b: text }, { a: `${text} `, b: "b" }, { b: `c${text}` }),
  },
  "lib/forms/read-lines.ts": { readLines },
  "lib/forms/read-numbers.ts": {
    readNumbers: (text) => [readNumbers(text), readNumbers(text.slice(0, 900))],
  },
  "lib/id-input.ts": { idInput: takes(idInput), isId },
  "lib/scopes.ts": { readScopes: (text) => readScopes([text]) },
  "lib/time-zones.ts": { isTimeZone },
  "lib/log.ts": {
    describeError: (text) => describeError(new Error(text)),
    toLogLine: (text) => toLogLine("info", text, { text, [text]: [text] }),
  },
  "lib/jobs/fault-of.ts": { toJobFault },
  "lib/jobs/retry-job.ts": { retryJobInput: takes(retryJobInput) },
  "lib/jobs/run/run-due-jobs.ts": { runDueJobs: (text) => runDueJobs(text, "secret", null) },
  "lib/kv/can-repeat.ts": {
    canRepeat: (text) => canRepeat([[text], ["ZADD", text, text, text], ["SET", text, text, text]]),
  },
  "lib/kv/is-store-away.ts": { isStoreAway },
  "lib/kv/json-value.ts": {
    toJsonField: (text) => toJsonField({ [text]: text }),
    readJsonEntries: (text) => readJsonEntries({ [text]: { json: text } }),
  },
  "lib/kv/limits/local-limiter.ts": {
    LocalLimiter: (text) => {
      limiter.add(text, { id: text, at: 1, isShared: false }, 0);
      return [limiter.list(text, 0), limiter.count(text, 1)];
    },
  },
  "lib/kv/transports/create-requester.ts": {
    readRequest: (text) => [
      readRequest({ body: [text, text] }),
      readRequest({ body: ["XREAD", text, text] }),
    ],
  },
  "lib/kv/embedded/compare-bytes.ts": { compareBytes: (text) => compareBytes(`${text}a`, `${text}b`) },
  "lib/kv/embedded/engine.ts": {
    Engine: (text) =>
      engine.run([
        ...[
          ["SET", text, text, "PX", "1000"],
          ["GET", text],
          [text, text],
          ["SET", "s", text, text, text],
        ],
        ...[
          ["HSET", "h", text, text],
          ["HGETALL", "h"],
          ["DEL", "h", text, "x", "z"],
        ],
        ...[
          ["XADD", "x", "*", text, text],
          ["XADD", "x", text, "a", text],
          ["XRANGE", "x", text, text],
        ],
        ...[
          ["XREAD", "COUNT", text, "STREAMS", text, text],
          ["XREVRANGE", "x", "+", "-"],
        ],
        ...[
          ["ZADD", "z", "1", text, text, "b"],
          ["ZRANGE", "z", text, text, text],
          ["ZSCORE", "z", text],
        ],
        ...[
          ["PEXPIRE", "z", text, text],
          ["INCRBY", text, text],
          ["DEL", "h", "x", "z"],
        ],
      ]),
  },
  "lib/kv/embedded/key-commands.ts": { parseExpiry: (text) => parseExpiry(1, text, 1n, text) },
  "lib/kv/embedded/options.ts": {
    Options: (text) => {
      const options = new Options([text, text]);
      return [options.take("NX", "XX"), options.value(), options.rest()];
    },
  },
  "lib/kv/embedded/parse-number.ts": {
    parseIndex: (text) => parseIndex(`1${text}`),
    parseInt64: (text) => parseInt64(`-1${text}`),
    parseScore: (text) => parseScore(`1.${text}`),
  },
  "lib/kv/embedded/sorted-set.ts": {
    SortedSet: (text) => {
      const set = new SortedSet();
      for (const member of [text, `${text}a`, `a${text}`, `${text}b`]) set.set(member, 1);
      return [set.rankOf(text), set.delete(`${text}b`)];
    },
  },
  "lib/kv/embedded/stream-id.ts": {
    parseRangeEnd: (text) => parseRangeEnd(`(1-${text}`, "stop"),
    parseStreamId: (text) => parseStreamId(`1${text}`, "last"),
  },
};
