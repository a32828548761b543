import path from "node:path";
import type { ColumnMapping } from "@/lib/reading/office/sheet-columns";
import type { OnProgress, Reading, ReadingFault, ReadingType } from "@/lib/reading/reading";
import { readingLimits, reuseLimits } from "@/lib/reading/reading-limits";
import type { TextEncoding } from "@/lib/reading/text-encodings";
import { ReaderProcess } from "./reader-process";

export type ReadOptions = {
  /** What people call the file, where its path says nothing. */
  name?: string;
  encoding?: TextEncoding;
  columns?: ColumnMapping;
  /** Where what reads scans is installed, if not beside the bundle. */
  ocr?: string;
  onProgress?: OnProgress;
  /** Ends the process; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
};

/** What libraries of ours read; a process that had one of the others read it ends. */
const texts: ReadonlySet<ReadingType> = new Set(["html", "markdown", "text", "csv"]);
/** What may come of the files before, where it was not the process's first one. */
const doubtful: ReadonlySet<ReadingFault> = new Set(["broken", "too_slow", "too_much_memory"]);

/**
 * Reads files one after the other in a process beside this one, which is kept while it reads texts and is no burden
 * (`reuseLimits`). A file that breaks it costs only itself: what a used process can't read, a new one tries. Files of
 * several teams are given to several of these.
 */
export class ApartReader {
  #process: ReaderProcess | null = null;
  #idle: NodeJS.Timeout | undefined;

  /**
   * @param reader the bundle of `reader-main`
   * @param heapMiB of the process that reads; as `readingLimits` has it where nothing is said
   */
  constructor(
    private readonly reader: string,
    private readonly heapMiB?: number,
  ) {}

  /** What is wrong with the file is in the reading. One file at a time. */
  async read(file: string, options: ReadOptions = {}): Promise<Reading> {
    options.signal?.throwIfAborted();
    clearTimeout(this.#idle);
    if (this.#process) {
      const reading = await this.#readOnce(file, options).catch(() => null);
      options.signal?.throwIfAborted();
      if (reading && !isDoubtful(reading)) return reading;
    }
    return this.#readOnce(file, options);
  }

  /** Ends the process. The reader may be used again. */
  close(): void {
    clearTimeout(this.#idle);
    this.#process?.kill();
    this.#process = null;
  }

  async #readOnce(file: string, options: ReadOptions): Promise<Reading> {
    const { name = path.basename(file), encoding, columns, ocr, onProgress, signal } = options;
    const since = performance.now();
    const reading: Reading = {
      type: "other",
      title: path.parse(name).name,
      parts: [],
      notes: [],
      ms: 0,
      peakMiB: 0,
    };
    this.#process ??= new ReaderProcess(this.reader, this.heapMiB);
    const process = this.#process;
    let isKept = false;
    try {
      const { end, isLate } = await process.read(
        { file, name, ...(encoding && { encoding }), ...(columns && { columns }), ...(ocr && { ocr }) },
        (message) => {
          if (message.kind === "part") reading.parts.push(message.part);
          else if (message.kind === "type") reading.type = message.type;
          else onProgress?.(message.done, message.of);
        },
        signal,
      );
      signal?.throwIfAborted();
      reading.ms = Math.round(performance.now() - since);
      if (!end) {
        // Killed by its own watch, or ended by V8, before it could say so.
        const fault = isLate ? "too_slow" : "too_much_memory";
        return { ...reading, parts: [], fault, peakMiB: Math.round(readingLimits.memoryBytes / 1024 ** 2) };
      }
      const { title, notes, page, fault, peakMiB } = end;
      const isLight = peakMiB < reuseLimits.peakMiB && process.readings < reuseLimits.readings;
      isKept = isLight && texts.has(reading.type) && !isDoubtful({ fault });
      return { ...reading, title, notes, page, fault, peakMiB };
    } finally {
      if (isKept) this.#idle = setTimeout(() => this.close(), reuseLimits.idleMs).unref();
      else this.close();
    }
  }
}

function isDoubtful({ fault }: Pick<Reading, "fault">): boolean {
  return fault !== undefined && doubtful.has(fault);
}
