import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Reads the letters of a picture. */
export type Recogniser = {
  /** @param picture a PNM file, grey */
  read: (picture: Buffer) => Promise<string>;
  close: () => Promise<void>;
};

/** What we call of tesseract.js 7. */
type Worker = {
  recognize: (picture: Buffer) => Promise<{ data: { text: string } }>;
  terminate: () => Promise<unknown>;
};
type Tesseract = {
  createWorker: (language: string, engine: number, options: object) => Promise<Worker>;
};

/** Whether `npm run ocr:add` has put the recogniser there. */
export function hasRecogniser(folder: string): boolean {
  return existsSync(path.join(folder, "node_modules/tesseract.js/package.json"));
}

/**
 * Starts the recogniser that `npm run ocr:add` installed in a folder of its own: a thread of this process, which reads
 * its letters' shapes from there and asks nobody else for them. What breaks that thread is an uncaught exception here.
 * @param onFail is told what is wrong, also where the promise never settles
 */
export async function openRecogniser(folder: string, onFail: (error: unknown) => void): Promise<Recogniser> {
  const load = createRequire(path.join(folder, "package.json"));
  const tesseract: Tesseract = load("tesseract.js");
  const worker = await tesseract.createWorker("chi_tra", onlyNeural, {
    langPath: path.join(folder, "node_modules/@tesseract.js-data/chi_tra/4.0.0_best_int"),
    gzip: true,
    cacheMethod: "none",
    errorHandler: onFail,
  });
  return {
    read: async (picture) => (await worker.recognize(picture)).data.text,
    close: async () => {
      await worker.terminate();
    },
  };
}

/** Of its engines: OEM.LSTM_ONLY. */
const onlyNeural = 1;
