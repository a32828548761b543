import type { InlineNode } from "./tree";

/** The character that `&amp;`, `&#8212;` or `&#x2014;` at `at` stands for; null for other text. */
export function readEntity(text: string, at: number): InlineNode | null {
  if (text.charAt(at) !== "&") return null;
  entity.lastIndex = at;
  const match = entity.exec(text);
  if (!match) return null;
  const [whole, hex, decimal, name = ""] = match;
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  const char = Number.isNaN(code) ? named.get(name) : toCharacter(code);
  return char === undefined ? null : { type: "text", text: char, from: at, to: at + whole.length };
}

const entity = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,10}));/iy;

/** Those that people's documents have. */
const named = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    ensp: " ",
    emsp: " ",
    thinsp: " ",
    copy: "©",
    reg: "®",
    trade: "™",
    hellip: "…",
    mdash: "—",
    ndash: "–",
    lsquo: "‘",
    rsquo: "’",
    ldquo: "“",
    rdquo: "”",
    laquo: "«",
    raquo: "»",
    bull: "•",
    middot: "·",
    times: "×",
    divide: "÷",
    plusmn: "±",
    deg: "°",
    frac12: "½",
    yen: "¥",
    euro: "€",
    pound: "£",
    cent: "¢",
    sect: "§",
    para: "¶",
    rarr: "→",
    larr: "←",
    le: "≤",
    ge: "≥",
    shy: "",
    zwj: "",
    zwnj: "",
  }),
);

function toCharacter(code: number): string {
  if (code === 0xa0) return " ";
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : "";
}
