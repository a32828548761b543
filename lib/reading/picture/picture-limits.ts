/** What one picture that is handed in may cost, and what becomes of it. */
export const pictureLimits = {
  fileBytes: 5 * 1024 * 1024,
  /** Width by height, before it is made smaller. */
  pixels: 24_000_000,
  /** Of the longer side afterwards. */
  side: 2_048,
  /** Of each side of somebody's face. */
  faceSide: 256,
  /** Of the process that reads it, with its start. */
  ms: 20_000,
  memoryBytes: 640 * 1024 * 1024,
} as const;

/** What a browser may be asked to choose from, by content. */
export const pictureTypes = ["image/jpeg", "image/png", "image/webp", "image/gif"] as const;
