import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram } from "@/scripts/build/build-server.mjs";
import { installOcr } from "@/scripts/ocr/install-ocr.mjs";
import { type GreyPicture, type PdfLine, pdfFile } from "@/test/files/pdf-file";
import { zipFile } from "@/test/files/zip-file";
import { loadPdfium } from "../pdf/pdfium";
import { readFileApart } from "../read-file-apart";
import { renderPage } from "./render-page";

// The recogniser itself, installed as `npm run ocr:add` does, in the process that reads files.
const ocr = path.resolve("node_modules/.cache/ocr");
let dir: string;
let reader: string;
let scan: GreyPicture;
beforeAll(async () => {
  await mkdir("node_modules/.cache", { recursive: true });
  dir = await mkdtemp(path.resolve("node_modules/.cache/scans-"));
  reader = path.join(dir, "reader.mjs");
  await Promise.all([
    installOcr(ocr),
    buildProgram("reader", { root: process.cwd(), outfile: reader }),
    drawPage(["Returns are free within 30 days.", "Shipping costs 80 dollars."]).then((picture) => {
      scan = picture;
    }),
  ]);
});
afterAll(() => rm(dir, { recursive: true }));

async function read(content: Buffer, folder: string, name = "scan.pdf") {
  const file = path.join(await mkdtemp(path.join(dir, "file-")), name);
  await writeFile(file, content);
  const progress: [number, number][] = [];
  const reading = await readFileApart(file, {
    reader,
    ocr: folder,
    onProgress: (done, of) => void progress.push([done, of]),
  });
  return { ...reading, progress };
}

/** A page as a scanner would have it, in the font that PDFium brings along. */
async function drawPage(lines: readonly string[]): Promise<GreyPicture> {
  const text = lines.map((line, at) => `BT /F 18 Tf 72 ${700 - at * 40} Td (${line}) Tj ET`).join("\n");
  const file = Buffer.from(
    `%PDF-1.5
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length ${text.length}>>
stream
${text}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
%%EOF`,
  );
  const pdfium = await loadPdfium(256 * 1024 ** 2, () => {});
  const at = pdfium.wasmExports.malloc(file.length);
  pdfium.HEAPU8.set(file, at);
  const page = pdfium._FPDF_LoadPage(pdfium._FPDF_LoadMemDocument(at, file.length, 0), 0);
  const picture = renderPage(pdfium, page);
  const [, size = ""] = picture?.toString("latin1", 0, 40).split("\n") ?? [];
  const [width = 0, height = 0] = size.split(" ").map(Number);
  return { width, height, dots: picture?.subarray(-width * height) ?? Buffer.alloc(0) };
}

const written: PdfLine[] = [{ x: 72, y: 700, text: "本店七天內可以無條件退貨，請保留發票與包裝。" }];
const mixed = () => pdfFile([written, [], written], { isScan: (page) => page === 1, picture: scan });
const unread = (pages: number[]) => pages.map((page) => ({ fault: "scanned", page }));

describe("scanned pages", { timeout: 240_000 }, () => {
  it("are recognised, and said to be", async () => {
    const { parts, notes, fault, progress } = await read(pdfFile([[]], { isScan: true, picture: scan }), ocr);
    expect(fault).toBeUndefined();
    expect(parts).toEqual([{ text: expect.any(String), page: 1, isScan: true }]);
    expect(parts[0]?.text).toMatch(/Returns are free within 30 days/);
    expect(parts[0]?.text).toMatch(/Shipping costs 80 dollars/);
    expect(notes).toEqual([{ fault: "from_scan", page: 1 }]);
    expect(progress.at(-1)).toEqual([1, 1]);
  });

  it("stand between those with text, in order", async () => {
    const { parts, notes } = await read(mixed(), ocr);
    expect(parts.map(({ page, isScan = false }) => [page, isScan])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    expect(parts[1]?.text).toContain("Shipping");
    expect(parts[0]?.text).toContain("七天內");
    expect(notes).toEqual([{ fault: "from_scan", page: 2 }]);
  });

  it("are recognised within an archive", async () => {
    const content = pdfFile([[]], { isScan: true, picture: scan });
    const files = ["a.pdf", "b.pdf"].map((name) => ({ name, content }));
    const { parts } = await read(zipFile(files), ocr, "all.zip");
    expect(parts.map(({ entry, isScan }) => [entry, isScan])).toEqual([
      ["a.pdf", true],
      ["b.pdf", true],
    ]);
  });

  it("with nothing to recognise are told, and the others stay", async () => {
    const white = { width: 100, height: 100, dots: Buffer.alloc(10_000, 255) };
    const { parts, notes } = await read(
      pdfFile([written, []], { isScan: (page) => page === 1, picture: white }),
      ocr,
    );
    expect(parts.map(({ page }) => page)).toEqual([1]);
    expect(notes).toEqual(unread([2]));
  });

  it("are told where nothing is installed", async () => {
    const nowhere = path.join(dir, "none");
    expect((await read(pdfFile([[]], { isScan: true, picture: scan }), nowhere)).fault).toBe("scanned");
    const { parts, notes } = await read(mixed(), nowhere);
    expect([parts.map(({ page }) => page), notes]).toEqual([[1, 3], unread([2])]);
  });
});

describe("a recogniser that is broken", { timeout: 240_000 }, () => {
  /** The installed one with one file that isn't as it should be; null for a file that lacks. */
  async function brokenOcr(file: string, content: string | null): Promise<string> {
    const folder = await mkdtemp(path.join(dir, "ocr-"));
    const modules = path.join(folder, "node_modules");
    await mkdir(modules);
    const [scope = ""] = file.split("/");
    for (const name of ["bmp-js", "is-url", "regenerator-runtime", "wasm-feature-detect", "zlibjs"])
      await symlink(path.join(ocr, "node_modules", name), path.join(modules, name));
    for (const name of ["tesseract.js", "tesseract.js-core", "@tesseract.js-data"]) {
      const [from, to] = [ocr, folder].map((root) => path.join(root, "node_modules", name)) as [
        string,
        string,
      ];
      if (name === scope) await cp(from, to, { recursive: true });
      else await symlink(from, to);
    }
    if (content === null) await rm(path.join(modules, file), { recursive: true });
    else await writeFile(path.join(modules, file), content);
    return folder;
  }
  const script = "tesseract.js/src/worker-script/node/index.js";
  const told = `const { parentPort } = require("node:worker_threads");
parentPort.on("message", ({ workerId, jobId, action }) => {
  if (action === "recognize") REPLY
  parentPort.postMessage({ workerId, jobId, action, status: "resolve", data: {} });
});`;
  const broken: [string, string, string | null][] = [
    ["throws when it is loaded", "tesseract.js/src/index.js", "throw new Error('no')"],
    ["has no program", script, null],
    ["has no letters", "@tesseract.js-data/chi_tra/4.0.0_best_int", null],
    ["has letters that are none", "@tesseract.js-data/chi_tra/4.0.0_best_int/chi_tra.traineddata.gz", "x"],
    ["dies at a page", script, told.replace("REPLY", "throw new Error('trap');")],
    [
      "refuses a page",
      script,
      told.replace(
        "REPLY",
        'return parentPort.postMessage({ workerId, jobId, action, status: "reject", data: "no" });',
      ),
    ],
  ];
  it.each(broken)("and %s leaves the pages that have text, and says the others", async (_, file, content) => {
    const { parts, notes, fault } = await read(mixed(), await brokenOcr(file, content));
    expect(fault).toBeUndefined();
    expect(parts.map(({ page }) => page)).toEqual([1, 3]);
    expect(notes).toEqual(unread([2]));
  });
});
