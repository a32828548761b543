import { type ChildProcess, fork } from "node:child_process";
import { type ReaderMessage, type ReaderTask, readerMessage } from "@/lib/reading/reading";
import { readingLimits } from "@/lib/reading/reading-limits";
import { giveWay } from "./give-way";

/** Of a process that V8 ends for want of memory, where the system tells no signal. */
const abortCode = 134;

type End = Extract<ReaderMessage, { kind: "end" }>;
type Found = Exclude<ReaderMessage, End | { kind: "scan" }>;
type Over = { code: number | null; isKilled: boolean; error?: Error };

/**
 * A process that reads files, one after the other. It has bounds of time and memory, no environment, and may neither
 * write a file nor start a process.
 */
export class ReaderProcess {
  readonly #child: ChildProcess;
  readonly #over: Promise<Over>;
  #tell: ((message: ReaderMessage) => void) | null = null;
  /** How many files it was asked to read. */
  readings = 0;

  /** @param reader the bundle of `reader-main` */
  constructor(reader: string, heapMiB: number = readingLimits.heapMiB) {
    this.#child = fork(reader, [], {
      execArgv: [
        "--permission",
        "--allow-fs-read=*",
        "--allow-worker",
        `--max-old-space-size=${heapMiB}`,
        "--disable-warning=SecurityWarning",
      ],
      env: { NODE_ENV: "production", TZ: "UTC" },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    giveWay(this.#child);
    this.#child.on("message", (raw) => {
      const message = readerMessage.safeParse(raw);
      if (message.success) this.#tell?.(message.data);
    });
    this.#over = new Promise((resolve) => {
      this.#child.once("error", (error) => resolve({ code: null, isKilled: false, error }));
      this.#child.once("close", (code, signal) =>
        resolve({ code, isKilled: signal !== null || code === abortCode }),
      );
    });
  }

  /**
   * What the file's reading ended with; null where the process was ended by its bounds, `isLate` by that of time. An
   * abort ends the process. Throws where the process can't be started or ends by itself.
   */
  async read(
    task: ReaderTask,
    onFound: (message: Found) => void,
    signal?: AbortSignal,
  ): Promise<{ end: End | null; isLate: boolean }> {
    this.readings += 1;
    let isLate = false;
    const kill = () => this.kill();
    const end = () => {
      isLate = true;
      kill();
    };
    let until = performance.now() + readingLimits.ms;
    let timer = setTimeout(end, readingLimits.ms);
    let scannedPages = 0;
    signal?.addEventListener("abort", kill, { once: true });
    try {
      const ended = await new Promise<End | null>((resolve) => {
        this.#tell = (message) => {
          if (message.kind === "end") return resolve(message);
          if (message.kind !== "scan") return onFound(message);
          const pages = Math.min(message.pages, readingLimits.scannedPages - scannedPages);
          scannedPages += pages;
          until += pages * readingLimits.scannedPageMs;
          clearTimeout(timer);
          timer = setTimeout(end, until - performance.now());
        };
        void this.#over.then(() => resolve(null));
        // Where it is gone, `#over` says how.
        this.#child.send(task, () => {});
      });
      if (ended) return { end: ended, isLate: false };
      const { code, isKilled, error } = await this.#over;
      if (isKilled) return { end: null, isLate };
      throw error ?? new Error(`the reader ended with ${code}`);
    } finally {
      this.#tell = null;
      clearTimeout(timer);
      signal?.removeEventListener("abort", kill);
    }
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }
}
