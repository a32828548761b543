/**
 * A whole reply's text, which some models put into JSON or a tool's call: the value that says it, or a line for each
 * value.
 * Citations beside a value are put after it, as `[1: "words"]`. A text that is no JSON stays as it is.
 */
export function unwrapReply(reply: string): string {
  const inner = reply
    .trim()
    .replace(/^(?:<\/?(?:tool_call|function_call|tools?|json)>|\[TOOL_CALLS\]|```[a-z]*)\s*/i, "")
    .replace(/(?:<\/(?:tool_call|function_call|tools?|json)>|```)$/i, "");
  const value = parseJson(inner);
  if (value === undefined || value === null || typeof value !== "object") return reply;
  return textOf(value, 0) || reply;
}

/** Whether a reply that begins so may be wrapped: it is read when it is whole; null while that can't be told. */
export function mayBeWrapped(start: string): boolean | null {
  const text = start.trimStart();
  if (/^(?:\{|\[\s*[{"]|```(?:json)?\s*[{[]|<(?:tool_call|function_call)>|\[TOOL_CALLS\])/i.test(text))
    return true;
  return text.length < 24 && /^(?:|\[\s*|\[T[A-Z_]*|`{1,3}|```[a-z]*\s*|<[a-z_]*)$/i.test(text)
    ? null
    : false;
}

const deepest = 5;
const said =
  /^(?:answers?|reply|response|text|content|message|output|result|sentences?|statement|claims?|items|final_answer|final|body|data|回答|答案|回覆|內容|句子)$/i;
const cited = /^(?:citations?|sources?|quotes?|passages?|references?|evidence|cites?|引用|來源|出處|段落)$/i;
const passed =
  /^(?:arguments|parameters|input|args|params|function|function_call|tool_calls?|call|properties)$/i;
const unsaid = /^(?:name|type|id|role|tool|index|status|confidence|score|language|lang|success|ok)$/i;

function textOf(value: unknown, depth: number): string {
  if (typeof value === "string") return unwrapNested(value, depth);
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null || depth > deepest) return "";
  if (Array.isArray(value)) return joined(value.map((item) => textOf(item, depth + 1)));
  const entries = Object.entries(value);
  const cite = joined(
    entries.filter(([key]) => cited.test(key)).map(([, source]) => citationOf(source, entries)),
    "",
  );
  for (const kind of [said, passed]) {
    const found = joined(
      entries.filter(([key]) => kind.test(key)).map(([, inner]) => textOf(inner, depth + 1)),
    );
    if (found) return found + cite;
  }
  const facts = entries.filter(([key]) => !unsaid.test(key) && !cited.test(key));
  return joined(
    facts.map(([key, inner]) => {
      const text = textOf(inner, depth + 1);
      return text && (/\n/.test(text) ? `${key}：\n${text}` : `${key}：${text}`);
    }),
  ).concat(cite);
}

/** `[1]`, `[1: "words"]`, from 1, {passage: 1, quote: "words"}, or both beside each other. */
function citationOf(source: unknown, beside: readonly [string, unknown][]): string {
  if (Array.isArray(source)) return source.map((one) => citationOf(one, [])).join("");
  if (typeof source === "number" || (typeof source === "string" && /^\s*\d{1,2}\s*$/.test(source))) {
    const words = beside.find(
      ([key, value]) => /^(?:quote|words|引文)$/i.test(key) && typeof value === "string",
    );
    return ` [${String(source).trim()}${words ? `: "${String(words[1]).replace(/[[\]\n"]/g, " ")}"` : ""}]`;
  }
  if (typeof source === "string") return /^\s*\[\d{1,2}/.test(source) ? ` ${source}` : "";
  if (typeof source !== "object" || source === null) return "";
  const entries = Object.entries(source);
  const number = entries.find(
    ([key, value]) => /passage|id|index|number|段落/i.test(key) && /^\d{1,2}$/.test(String(value)),
  );
  return number ? citationOf(number[1], entries) : "";
}

function unwrapNested(text: string, depth: number): string {
  const value = depth < deepest && /^\s*[{[]/.test(text) ? parseJson(text) : undefined;
  return typeof value === "object" && value !== null ? textOf(value, depth + 1) : text;
}

function joined(texts: readonly string[], by = "\n"): string {
  return texts.filter(Boolean).join(by);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
