import { ModelError } from "@/lib/model/model-error";
import { createEventReader, type ServerEvent } from "./read-events";
import { type ReplyPart, readPart } from "./read-part";

/**
 * What an answer says, piece by piece, told by its first character and not by its content type: a stream of events, a
 * JSON body, or JSON line by line. Throws ModelError for a page, for JSON that breaks off, and where it says that
 * something failed.
 */
export async function* readParts(response: Response): AsyncGenerator<ReplyPart[]> {
  const decoder = new TextDecoder();
  const events = createEventReader();
  let whole = "";
  let kind: "json" | "events" | null = null;
  if (!response.body) throw new ModelError("broken");
  for await (const bytes of response.body) {
    const text = decoder.decode(bytes, { stream: true });
    if (kind === "events") yield toParts(events.push(text));
    else whole += text;
    if (kind !== null) continue;
    const start = whole.trimStart();
    if (start === "") {
      whole = "";
      continue;
    }
    if (start.startsWith("<")) throw new ModelError("wrong_address");
    kind = /^[{[]/.test(start) ? "json" : "events";
    if (kind === "events") yield toParts(events.push(start));
  }
  if (kind === "json") yield readJson(whole + decoder.decode());
  else yield toParts([...events.push(decoder.decode()), ...events.end()]);
}

function toParts(events: readonly ServerEvent[]): ReplyPart[] {
  return events.flatMap(({ name, data, value }) => {
    if (value === undefined && data.startsWith("{")) throw new ModelError("broken");
    return value === undefined && name !== "error" ? [] : [readPart(value, "unavailable", name)];
  });
}

function readJson(text: string): ReplyPart[] {
  const whole = parseJson(text);
  if (whole !== undefined) {
    const part = readPart(Array.isArray(whole) ? whole[0] : whole, "wrong_address");
    return [{ ...part, finish: part.finish ?? "stop" }];
  }
  const lines = text
    .trim()
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const parsed = lines.length > 1 ? lines.map(parseJson) : [undefined];
  if (parsed.includes(undefined)) throw new ModelError("broken");
  return parsed.map((line) => readPart(line, "unavailable"));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
