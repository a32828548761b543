import { decodeText } from "./decode-text";
import { type Archive, openArchive } from "./open-archive";
import type { ReadingType } from "./reading";
import { ReadingError } from "./reading-error";

export type Found = { type: ReadingType; archive?: Archive };

const ole = Buffer.from("d0cf11e0a1b11ae1", "hex");
const pictures = [
  "89504e47",
  "ffd8ff",
  "47494638",
  "424d",
  "49492a00",
  "4d4d002a",
  "000000206674797068656963",
].map((hex) => Buffer.from(hex, "hex"));

/**
 * What a file is by its content; its name decides only between kinds of text. Throws ReadingError for what isn't read:
 * `empty`, `picture`, `unsupported`, `encrypted`, `not_its_name`, and what `openArchive` throws.
 */
export async function findType(bytes: Buffer, name: string): Promise<Found> {
  if (bytes.length === 0) throw new ReadingError("empty");
  const extension = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (bytes.subarray(0, 1_024).includes("%PDF-")) return { type: "pdf" };
  if (
    bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004" ||
    bytes.subarray(0, 4).toString("latin1") === "PK\u0005\u0006"
  )
    return findZipType(bytes);
  if (bytes.subarray(0, 8).equals(ole)) return { type: findOleType(bytes) };
  if (pictures.some((magic) => bytes.subarray(0, magic.length).equals(magic)) || isWebp(bytes))
    throw new ReadingError("picture");
  return { type: findTextType(bytes, extension) };
}

async function findZipType(bytes: Buffer): Promise<Found> {
  const archive = await openArchive(bytes);
  const has = (prefix: string) => archive.names.some((entry) => entry.startsWith(prefix));
  const mimetype = archive.names.includes("mimetype") ? String(await archive.read("mimetype")).trim() : "";
  if (mimetype.startsWith("application/vnd.oasis.opendocument.spreadsheet")) return { type: "ods", archive };
  if (mimetype.startsWith("application/")) throw new ReadingError("unsupported");
  if (has("word/")) return { type: "docx", archive };
  if (has("xl/")) return { type: "xlsx", archive };
  if (has("ppt/")) return { type: "pptx", archive };
  return { type: "zip", archive };
}

/** The names of an OLE file's streams stand in its directory in UTF-16. */
function findOleType(bytes: Buffer): ReadingType {
  const has = (stream: string) => bytes.includes(Buffer.from(`${stream}\0`, "utf16le"));
  if (has("EncryptedPackage")) throw new ReadingError("encrypted");
  if (has("WordDocument")) return "doc";
  if (has("Workbook") || has("Book")) return "xls";
  throw new ReadingError("unsupported");
}

function findTextType(bytes: Buffer, extension: string): ReadingType {
  const head = decodeText(bytes.subarray(0, 4_096)).text.trimStart();
  if (head.startsWith("{\\rtf")) throw new ReadingError("unsupported");
  const isHtml =
    /^(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--[\s\S]{0,2000}?-->\s{0,20})?<(?:!doctype\s+html|html|head|body|title|meta|table|div|h1|article|section|p)\b/i.test(
      head,
    );
  if (["pdf", "docx", "xlsx", "pptx", "zip", "ods"].includes(extension))
    throw new ReadingError(isHtml ? "not_its_name" : "broken");
  if (isHtml || extension === "html" || extension === "htm") return "html";
  if (isBinary(head)) throw new ReadingError("unsupported");
  if (extension === "csv" || extension === "tsv" || extension === "tab") return "csv";
  // What is called so is often text with tabs.
  if (extension === "xls") return "csv";
  return extension === "md" || extension === "markdown" ? "markdown" : "text";
}

function isWebp(bytes: Buffer): boolean {
  return (
    bytes.subarray(0, 4).toString("latin1") === "RIFF" && bytes.subarray(8, 12).toString("latin1") === "WEBP"
  );
}

function isBinary(head: string): boolean {
  const strange = head.match(/[^\P{Cc}\t\n\f\r\v\p{Zl}]|\ufffd/gu)?.length ?? 0;
  return strange > head.length / 50;
}
