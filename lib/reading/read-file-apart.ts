import { fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import path from "node:path";
import {
  type OnProgress,
  type PageFacts,
  type ReaderMessage,
  type ReadingFault,
  type ReadingNote,
  type ReadingPart,
  type ReadingType,
  readerMessage,
} from "./reading";
import { readingLimits } from "./reading-limits";
import type { TextEncoding } from "./text-encodings";

/** Of a process that V8 ends for want of memory, where the system tells no signal. */
const abortCode = 134;

export type Reading = {
  type: ReadingType;
  title: string;
  parts: ReadingPart[];
  /** What lacks in a reading that is fine otherwise. */
  notes: ReadingNote[];
  /** Of a page of the web. */
  page?: PageFacts;
  /** Then there are no parts. */
  fault?: ReadingFault;
  ms: number;
  /** Of the process that read. */
  peakMiB: number;
};

export type ReadOptions = {
  /** What people call the file, where its path says nothing. */
  name?: string;
  /** The bundle of `reader-main`. */
  reader: string;
  encoding?: TextEncoding;
  /** Of the process that reads; as `readingLimits` has it where nothing is said. */
  heapMiB?: number;
  onProgress?: OnProgress;
  /** Ends the process; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
};

/**
 * Reads a file in a process of its own, which has bounds of time and memory, no environment, and may neither write a file nor start a
 * process. What is wrong with the file is in the reading.
 */
export async function readFileApart(file: string, options: ReadOptions): Promise<Reading> {
  const { name = path.basename(file), encoding, onProgress, signal } = options;
  signal?.throwIfAborted();
  const since = performance.now();
  const reading: Reading = {
    type: "other",
    title: path.parse(name).name,
    parts: [],
    notes: [],
    ms: 0,
    peakMiB: 0,
  };
  const { ending, isLate } = await runReader(
    options,
    [file, name, ...(encoding ? [encoding] : [])],
    (message) => {
      if (message.kind === "part") reading.parts.push(message.part);
      else if (message.kind === "type") reading.type = message.type;
      else if (message.kind === "progress") onProgress?.(message.done, message.of);
    },
  );
  signal?.throwIfAborted();
  reading.ms = Math.round(performance.now() - since);
  if (ending) return { ...reading, ...ending };
  // Killed by its own watch, or ended by V8, before it could say so.
  const fault = isLate ? "too_slow" : "too_much_memory";
  return { ...reading, parts: [], fault, peakMiB: Math.round(readingLimits.memoryBytes / 1024 ** 2) };
}

type End = Pick<Reading, "title" | "notes" | "page" | "fault" | "peakMiB">;

/** Who asks a bot goes before who reads a file. */
function giveWay(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already.
  }
}

function runReader(
  { reader, heapMiB = readingLimits.heapMiB, signal }: ReadOptions,
  args: readonly string[],
  onMessage: (message: ReaderMessage) => void,
): Promise<{ ending: End | null; isLate: boolean }> {
  const child = fork(reader, args, {
    execArgv: [
      "--permission",
      "--allow-fs-read=*",
      "--allow-worker",
      `--max-old-space-size=${heapMiB}`,
      "--disable-warning=SecurityWarning",
    ],
    env: { NODE_ENV: "production", TZ: "UTC" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    killSignal: "SIGKILL",
    signal,
  });
  if (child.pid !== undefined) giveWay(child.pid);
  let ending: End | null = null;
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill("SIGKILL");
  }, readingLimits.ms);
  child.on("message", (raw) => {
    const message = readerMessage.safeParse(raw);
    if (!message.success) return;
    if (message.data.kind === "end") {
      const { title, notes, page, fault, peakMiB } = message.data;
      ending = { title, notes, page, fault, peakMiB };
    } else onMessage(message.data);
  });
  return new Promise((resolve, reject) => {
    child.once("error", (error) => {
      clearTimeout(timer);
      if (signal?.aborted) resolve({ ending: null, isLate: false });
      else reject(error);
    });
    child.once("close", (code, endedBy) => {
      clearTimeout(timer);
      const isKilled = endedBy !== null || code === abortCode;
      if (ending || isKilled) resolve({ ending, isLate });
      else reject(new Error(`the reader ended with ${code}`));
    });
  });
}
