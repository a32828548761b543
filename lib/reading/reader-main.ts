import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { readBytes } from "./read-bytes";
import type { PageFacts, ReaderMessage, ReadingFault, ReadingNote } from "./reading";
import { faultOfError, ReadingError } from "./reading-error";
import { readingLimits } from "./reading-limits";
import { type TextEncoding, textEncodings } from "./text-encodings";

// The process that reads one file: `reader.mjs FILE NAME [ENCODING]`, forked by `readFileApart`, to which it tells what it finds.

const [file = "", name = "", wished] = process.argv.slice(2);
const encoding: TextEncoding | undefined = z.enum(textEncodings).optional().parse(wished);

watchBounds();
process.once("disconnect", leave);
// What a library throws outside of what it promised.
process.on("uncaughtException", (error) => void end("", [], faultOfError(error)).then(leave));
await main();
leave();

async function main(): Promise<void> {
  try {
    if ((await stat(file)).size > readingLimits.fileBytes) throw new ReadingError("too_large");
    const read = await readBytes(await readFile(file), name, {
      encoding,
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
 * Ends this process when it has more memory than it may, or when whoever started it is gone and can't end it in time: a worker sees
 * it even while the reading blocks this thread.
 */
function watchBounds(): void {
  const source = `
    const { workerData } = require("node:worker_threads");
    const end = () => process.kill(process.pid, "SIGKILL");
    setInterval(() => { if (process.memoryUsage.rss() > workerData.bytes) end(); }, 50);
    setTimeout(end, workerData.ms);
  `;
  const worker = new Worker(source, {
    eval: true,
    workerData: { bytes: readingLimits.memoryBytes, ms: readingLimits.ms + 5_000 },
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 },
  });
  worker.unref();
}
