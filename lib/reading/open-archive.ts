import { buffer } from "node:stream/consumers";
import yauzl from "yauzl";
import { decodeText } from "./decode-text";
import { ReadingError } from "./reading-error";
import { readingLimits } from "./reading-limits";

export type Archive = {
  /** Paths of its files, as the archive names them. */
  names: string[];
  /** Null when no file of that name is in it. Throws ReadingError. */
  read: (name: string) => Promise<Buffer | null>;
};

/**
 * Opens a ZIP, or what is one inside (DOCX, XLSX, PPTX, ODS), and looks at its list before anything is unpacked.
 * Throws ReadingError `broken`, `encrypted`, `too_many_entries` or `too_much_unpacked`.
 */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await yauzl
    .fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: true })
    .catch((error: unknown) => {
      throw new ReadingError("broken", { cause: error });
    });
  if (zip.entryCount > readingLimits.entries) throw new ReadingError("too_many_entries");
  const entries = new Map<string, yauzl.Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new ReadingError("encrypted");
    total += entry.uncompressedSize;
    if (entry.uncompressedSize > readingLimits.entryBytes || total > readingLimits.unpackedBytes)
      throw new ReadingError("too_much_unpacked");
    const name = nameOf(entry);
    if (!name.endsWith("/")) entries.set(name, entry);
  }
  return {
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entries.get(name);
      if (!entry) return null;
      const stream = await zip.openReadStreamPromise(entry);
      return buffer(stream);
    },
  };
}

/** Its path: UTF-8 where it says so, else what it looks like. Some programs write backslashes. */
function nameOf({ fileName, generalPurposeBitFlag }: yauzl.Entry): string {
  const isUtf8 = (generalPurposeBitFlag & 0x800) !== 0;
  return (isUtf8 ? fileName.toString("utf8") : decodeText(fileName).text).replaceAll("\\", "/");
}
