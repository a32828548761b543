import { ApartReader, type ReadOptions } from "./apart/apart-reader";
import type { Reading } from "./reading";

/** Reads a file in a process of its own, as `ApartReader` does, and ends it. */
export async function readFileApart(
  file: string,
  { reader, heapMiB, ...options }: ReadOptions & { reader: string; heapMiB?: number },
): Promise<Reading> {
  const apart = new ApartReader(reader, heapMiB);
  try {
    return await apart.read(file, options);
  } finally {
    apart.close();
  }
}
