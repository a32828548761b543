import { gzipSync } from "node:zlib";
import type { ModelReply, RecordedChat } from "./openai-server";

export type Dialect = {
  /** Characters of text in a chunk; 3 unless said. */
  pieceLength?: number;
  /** Undefined leaves the field out. */
  finish?: string | null;
  /** Events before the text, as they are sent. */
  before?: string;
  /** Events after each chunk of text. */
  between?: string;
  after?: string;
  isDoneMissing?: boolean;
  lineEnd?: string;
  /** How a text is put into a delta and a message. */
  contentOf?: (text: string) => object;
  usage?: object | null;
  /** A body where a stream was asked for, and the other way round. */
  isOtherWay?: boolean;
  encoding?: "gzip";
  contentType?: string;
  /** Bytes at which the answer is cut into pieces. */
  bytesAtOnce?: number;
};

/** How an endpoint that speaks a dialect answers, in a stream or as one body, as it is asked. */
export function speakDialect(text: string, dialect: Dialect = {}): (chat: RecordedChat) => ModelReply {
  return (chat) => {
    const isStream = chat.stream !== (dialect.isOtherWay ?? false);
    const said = isStream ? streamOf(text, dialect) : bodyOf(text, dialect);
    const bytes = dialect.encoding === "gzip" ? gzipSync(said) : Buffer.from(said);
    const { bytesAtOnce = bytes.length } = dialect;
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += bytesAtOnce) pieces.push(bytes.subarray(at, at + bytesAtOnce));
    return {
      kind: "raw",
      pieces,
      headers: {
        "content-type": dialect.contentType ?? (isStream ? "text/event-stream" : "application/json"),
        ...(dialect.encoding && { "content-encoding": dialect.encoding }),
      },
    };
  };
}

const inContent = (content: string) => ({ content });

function streamOf(text: string, dialect: Dialect): string {
  const { pieceLength = 3, contentOf = inContent, lineEnd = "\n" } = dialect;
  const event = (value: object) => `data: ${JSON.stringify(value)}\n\n`;
  const characters = [...text];
  let stream = dialect.before ?? "";
  for (let at = 0; at < characters.length; at += pieceLength) {
    const delta = contentOf(characters.slice(at, at + pieceLength).join(""));
    stream += event({ choices: [{ index: 0, delta, finish_reason: null }] }) + (dialect.between ?? "");
  }
  if ("finish" in dialect)
    stream += event({ choices: [{ index: 0, delta: {}, finish_reason: dialect.finish }] });
  if (dialect.usage) stream += event({ usage: dialect.usage });
  stream += dialect.after ?? "";
  if (!dialect.isDoneMissing) stream += "data: [DONE]\n\n";
  return stream.replaceAll("\n", lineEnd);
}

function bodyOf(text: string, dialect: Dialect): string {
  const { contentOf = inContent, usage = null } = dialect;
  const choice = { index: 0, message: { role: "assistant", ...contentOf(text) } };
  const ended = "finish" in dialect ? { ...choice, finish_reason: dialect.finish } : choice;
  return JSON.stringify({ id: "x", choices: [ended], ...(usage && { usage }) });
}
