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

const named: Readonly<Record<string, TextEncoding>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  big5: "big5",
  "big5-hkscs": "big5",
  gb2312: "gb18030",
  gbk: "gb18030",
  gb18030: "gb18030",
  shift_jis: "shift_jis",
};

/** What a page, or its server, calls an encoding; undefined for what they often say without meaning it. */
export function encodingNamed(name: string | undefined): TextEncoding | undefined {
  return name === undefined ? undefined : named[name.slice(0, 20).toLowerCase()];
}
