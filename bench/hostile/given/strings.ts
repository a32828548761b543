/** A text as nobody writes it, of about `length` UTF-16 units. */
export type HostileString = { name: string; make: (length: number) => string };

/**
 * What has stopped parsers: runs of one thing, pairs that never close, numbers of small things, characters nobody sees.
 */
export const hostileStrings: readonly HostileString[] = [
  ...runsOf({
    blanks: " ",
    tabs: "\t",
    lines: "\n",
    "carriage returns": "\r\n",
    "wide blanks": "\u3000",
    "no-break blanks": "\u00a0 ",
    numbers: "#",
    headings: "# 甲\n",
    "full stops": ".",
    "full stops, Chinese": "。",
    commas: "1,",
    colons: "：",
    brackets: "[",
    "closing brackets": "」",
    links: "[](",
    images: "![](",
    "open links": "[甲](",
    tags: "<a",
    "less than": "<",
    comments: "<!--",
    labels: "Q",
    pairs: "Q:甲\nA:乙\n",
    questions: "甲？\n乙\n\n",
    quotes: '"',
    backticks: "`",
    cells: "|",
    rows: "|a|b|\n",
    "rows of two forms": "|a|b|\na|b\n",
    "aligned rows of two widths": "aa  bb\ncc  dd  ee\n",
    stars: "*",
    "stars and letters": "**a",
    "stars that don't close": "**a***",
    "halves of addresses": "[a](http://a(",
    dashes: "-",
    items: "- 甲\n",
    "short lines": "甲\n",
    digits: "1",
    "one letter": "a",
    "one character": "那",
    kana: "か",
    "surrogate pairs": "𠮷",
    "lone surrogates": "\ud840",
    marks: "\u0301\u0327",
    "turned round": "\u202e",
    "zero width": "\u200b",
    addresses: "http://",
    "addresses with stops": "http://a.",
    ats: "@",
    "per cent": "%00",
    slashes: "%2F",
    "versions of Safari": "Version/1",
    "joined emoji": "👩\u200d",
    "leave asked for": "可以",
    words: "a ",
    "words of both": "那 a ",
  }),
  ...apart({
    "question, answer": ["問：甲", "答：乙"],
    "line that leads in, item": ["甲：", "- 乙"],
    "heading, text": ["# 甲", "乙"],
    "lines of code": ["```\n甲", "乙\n```"],
  }),
  ...inHalves({
    "names, then rules": ["User-agent: a\n", "Allow: /\n"],
    "questions, then answers": ["Q:甲\n", "A:乙\n"],
    "headings, then items": ["# 甲\n", "- 乙\n"],
    "links opened, then closed": ["[甲", "](x)"],
    "tags opened, then closed": ["<b>", "</b>"],
    "rows, then lines": ["|甲|乙|\n", "丙：丁\n"],
  }),
  { name: "things with other labels each", make: thingsInChain },
  ...framed({ blanks: " ", tabs: "\t", "full stops": ".", stars: "*", numbers: "#", dashes: "-" }),
];

function runsOf(parts: Record<string, string>): HostileString[] {
  return Object.entries(parts).map(([name, part]) => ({
    name,
    make: (length) => part.repeat(Math.ceil(length / part.length)),
  }));
}

/** Each has a label of the one before and one that is new. */
function thingsInChain(length: number): string {
  const things: string[] = [];
  let made = 0;
  for (let at = 0; made < length; at++) {
    const thing = `名：甲\na${at}：1\na${at + 1}：1\n`;
    things.push(thing);
    made += thing.length;
  }
  return things.join("");
}

/** Many of one thing, and then as many of another that each may look through all of the first. */
function inHalves(pairs: Record<string, readonly [string, string]>): HostileString[] {
  return Object.entries(pairs).map(([name, parts]) => ({
    name,
    make: (length) => parts.map((part) => part.repeat(Math.ceil(length / 2 / part.length))).join(""),
  }));
}

/** Two lines that belong together, far from each other. */
function apart(pairs: Record<string, readonly [string, string]>): HostileString[] {
  return Object.entries(pairs).map(([name, [first, second]]) => ({
    name: `${name}, far apart`,
    make: (length) => `${first}${"\n".repeat(length)}${second}`,
  }));
}

/** A run between what makes readers begin with it and what makes them give up behind it. */
function framed(parts: Record<string, string>): HostileString[] {
  return Object.entries(parts).flatMap(([name, part]) =>
    ["# a", "Q", "- a", "| a", "http://a"].map((before) => ({
      name: `${before}, ${name}, b`,
      make: (length) => `${before}${part.repeat(Math.ceil(length / part.length))}b`,
    })),
  );
}
