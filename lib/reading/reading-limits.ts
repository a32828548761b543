const mib = 1024 * 1024;

/** What one file may cost. Lengths of text are UTF-16 units. */
export const readingLimits = {
  fileBytes: 100 * mib,
  /** From the start of the process that reads. */
  ms: 50_000,
  /** Of the process that reads, as the system counts it. */
  memoryBytes: 960 * mib,
  heapMiB: 700,
  pdfMemoryBytes: 512 * mib,
  characters: 5_000_000,
  pages: 3_000,
  /** Of a table in a file of text, of one sheet. */
  rows: 200_000,
  lineCharacters: 1_000_000,
  entries: 2_000,
  entryBytes: 60 * mib,
  unpackedBytes: 100 * mib,
} as const;
