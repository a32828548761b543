/** What texts are written in that are handed in. */
export const textEncodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "big5",
  "gb18030",
  "shift_jis",
  "windows-1252",
] as const;
export type TextEncoding = (typeof textEncodings)[number];
