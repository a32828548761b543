const mib = 1024 * 1024;

/** What one file may cost. Lengths of text are UTF-16 units. */
export const readingLimits = {
  fileBytes: 100 * mib,
  /** With the start of the process that reads, where one is started. */
  ms: 50_000,
  /** Of the process that reads, as the system counts it. */
  memoryBytes: 960 * mib,
  heapMiB: 700,
  pdfMemoryBytes: 512 * mib,
  characters: 5_000_000,
  pages: 3_000,
  /** Of one file, where they are recognised; further ones are told to be scans. */
  scannedPages: 200,
  /** More for each of them: 5 s where nothing else is to do, but all others go first. */
  scannedPageMs: 60_000,
  /** What takes longer for one page, or to begin, is stuck. */
  scanStuckMs: 180_000,
  /** Of a table in a file of text, of one sheet. */
  rows: 200_000,
  lineCharacters: 1_000_000,
  entries: 2_000,
  entryBytes: 60 * mib,
  unpackedBytes: 100 * mib,
} as const;

/** Until when a process that has read a text reads the next one. */
export const reuseLimits = {
  readings: 100,
  /** What it had at most so far; one that only started has about 90. */
  peakMiB: 320,
  /** Without anything to read. */
  idleMs: 10_000,
} as const;
