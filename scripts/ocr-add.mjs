import path from "node:path";
import { installOcr } from "./ocr/install-ocr.mjs";
import { root, toShown } from "./setup.mjs";

// npm run ocr:add: a server that runs reads scans from the next file on.
try {
  await installOcr(path.join(root, ".ocr"));
  console.log("掃描的頁面現在可以讀了：把檔案再讀一次，或重新上傳。");
  console.log("Scanned pages can be read now: read the file again, or hand it in anew.");
} catch (error) {
  console.error(toShown(error));
  process.exitCode = 1;
}
