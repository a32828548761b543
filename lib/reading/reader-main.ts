import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { readBytes } from "./read-bytes";
import {
  type PageFacts,
  type ReaderMessage,
  type ReaderTask,
  type ReadingFault,
  type ReadingNote,
  readerTask,
} from "./reading";
import { faultOfError, ReadingError } from "./reading-error";
import { readingLimits } from "./reading-limits";
import { createScanReader, type ScanReader } from "./scan/scan-reader";

// The process that reads files, one after the other: forked by `ReaderProcess`, which sends a task and is told
// what is found in it.

/** Of `dist/reader.mjs`. */
const besideBundle = path.resolve(import.meta.dirname, "../.ocr");
const bounds = watchBounds();
/** What people call the file that is read; null while nothing is. */
let reading: string | null = null;
let scans: ScanReader | null = null;
process.once("disconnect", leave);
// What a library throws outside of what it promised.
process.on("uncaughtException", (error) => {
  if (scans?.fail(error)) return;
  if (reading === null) leave();
  else void end("", [], faultOfError(error)).then(leave);
});
process.on("message", (raw) => void take(readerTask.parse(raw)));

async function take({ file, name, encoding, columns, ocr = besideBundle }: ReaderTask): Promise<void> {
  reading = name;
  bounds.begin();
  try {
    if ((await stat(file)).size > readingLimits.fileBytes) throw new ReadingError("too_large");
    scans = createScanReader(ocr, async (pages) => {
      bounds.extend(pages);
      await send({ kind: "scan", pages });
    });
    const read = await readBytes(await readFile(file), name, {
      ...{ encoding, columns, scans },
      onType: (type) => void send({ kind: "type", type }),
      onProgress: (done, of) => void send({ kind: "progress", done, of }),
    });
    for (const part of read.parts) await send({ kind: "part", part });
    await end(read.title ?? "", read.notes ?? [], undefined, read.page);
  } catch (error) {
    await end("", [], faultOfError(error));
  }
}

function end(title: string, notes: ReadingNote[], fault?: ReadingFault, page?: PageFacts): Promise<void> {
  const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
  const name = reading ?? "";
  reading = null;
  bounds.end();
  return send({ kind: "end", title: title || path.parse(name).name, notes, page, fault, peakMiB });
}

function leave(): void {
  process.exit(0);
}

/** Done when the message has left. */
function send(message: ReaderMessage): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, () => resolve());
  });
}

/**
 * Ends this process when it has more memory than it may, or when whoever started it is gone and can't end a reading in
 * time: a worker sees it even while the reading blocks this thread.
 */
function watchBounds() {
  const source = `
    const { parentPort, workerData } = require("node:worker_threads");
    const end = () => process.kill(process.pid, "SIGKILL");
    setInterval(() => { if (process.memoryUsage.rss() > workerData.bytes) end(); }, 50);
    let timer;
    parentPort.on("message", (ms) => {
      clearTimeout(timer);
      if (ms > 0) timer = setTimeout(end, ms);
    });
  `;
  const worker = new Worker(source, {
    eval: true,
    workerData: { bytes: readingLimits.memoryBytes },
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 },
  });
  worker.unref();
  let until = 0;
  const tell = () => worker.postMessage(until - performance.now());
  return {
    begin: () => {
      until = performance.now() + readingLimits.ms + 5_000;
      tell();
    },
    extend: (pages: number) => {
      until += pages * readingLimits.scannedPageMs;
      tell();
    },
    end: () => worker.postMessage(0),
  };
}
