import type { Archive } from "./open-archive";
import type { OnProgress, Read, ReadingNote } from "./reading";
import { faultOfError, ReadingError } from "./reading-error";

/** Reads one file of the archive. */
type ReadEntry = (bytes: Buffer, name: string) => Promise<Read>;

/** What systems put into archives by themselves. */
const notOurs = /(?:^|\/)(?:__MACOSX\/|\.|thumbs\.db$|desktop\.ini$)/i;

/**
 * The files of a ZIP, each as a file of its own; what can't be read is noted. Throws ReadingError when
 * none of them can.
 */
export async function readArchive(
  archive: Archive,
  readEntry: ReadEntry,
  onProgress: OnProgress,
): Promise<Read> {
  const names = archive.names.filter((name) => !notOurs.test(name));
  if (names.length === 0) throw new ReadingError("empty");
  const parts: Read["parts"] = [];
  const notes: ReadingNote[] = [];
  for (const [index, name] of names.entries()) {
    try {
      const bytes = await archive.read(name);
      const read = await readEntry(bytes ?? Buffer.alloc(0), name);
      parts.push(...read.parts.map((part) => ({ ...part, entry: name })));
      notes.push(...(read.notes ?? []).map((note) => ({ ...note, entry: name })));
    } catch (error) {
      notes.push({ fault: faultOfError(error), entry: name });
    }
    onProgress(index + 1, names.length);
  }
  if (parts.length === 0) throw new ReadingError(notes[0]?.fault ?? "no_text");
  return { parts, notes };
}
