import type { Duplex } from "node:stream";
import type { RefusalStatus } from "@/lib/i18n/words/refusal-text";
import { allowedMethods, createRefusal } from "@/server/entry/refusal";
import { newRequestId } from "@/server/entry/request-id";
import { isMeantForWidget } from "@/server/entry/request-target";

type Reader = Parameters<typeof createRefusal>[1];

const reasons: Record<RefusalStatus, string> = {
  400: "Bad Request",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  413: "Content Too Large",
  429: "Too Many Requests",
  431: "Request Header Fields Too Large",
  500: "Internal Server Error",
};

/** Answers what Node's HTTP parser could not read, straight on the socket, and closes it. */
export function answerClientError(error: Error, socket: Duplex): void {
  if (!socket.writable || hasResponseBegun(socket)) {
    socket.destroy();
    return;
  }
  const line = requestLine(error);
  refuseOnSocket(socket, statusOf(error, line), {
    isWidget: isMeantForWidget(line.target),
    acceptLanguage: line.acceptLanguage,
  });
}

/** This server is no proxy: CONNECT reaches it outside the usual path and gets its 405 here. */
export function answerConnect(socket: Duplex, acceptLanguage: string | undefined): void {
  socket.on("error", () => socket.destroy());
  refuseOnSocket(socket, 405, { isWidget: false, acceptLanguage });
}

function refuseOnSocket(socket: Duplex, status: RefusalStatus, to: Reader): void {
  const { headers, body } = createRefusal(status, to);
  headers["X-Request-Id"] = newRequestId();
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(
    [`HTTP/1.1 ${status} ${reasons[status]}`, ...head, "Connection: close", "", body].join("\r\n"),
    () => socket.destroy(),
  );
}

function statusOf(error: Error, line: { method: string; target: string }): RefusalStatus {
  const code = "code" in error ? error.code : "";
  if (code === "HPE_HEADER_OVERFLOW") return 431;
  if (code === "HPE_CHUNK_EXTENSIONS_OVERFLOW") return 413;
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return 408;
  const methods: readonly string[] = allowedMethods;
  const isToken = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(line.method);
  return isToken && line.target !== "" && !methods.includes(line.method) ? 405 : 400;
}

/** The request line in which the parser gave up, and its reader's languages, as far as they arrived. */
function requestLine(error: Error): { method: string; target: string; acceptLanguage: string | undefined } {
  const packet = "rawPacket" in error && Buffer.isBuffer(error.rawPacket) ? error.rawPacket : null;
  if (!packet) return { method: "", target: "", acceptLanguage: undefined };
  const lines = packet.toString("latin1").split("\r\n");
  const line = lines.findLast((candidate) => / HTTP\/\d/.test(candidate)) ?? lines[0] ?? "";
  const [method = "", target = ""] = line.split(" ");
  const acceptLanguage = lines.find((candidate) => /^accept-language:/i.test(candidate))?.split(":")[1];
  return { method, target, acceptLanguage };
}

/**
 * Node keeps the response that a connection is busy with in this field; writing a second head into it would corrupt it.
 */
function hasResponseBegun(socket: Duplex): boolean {
  const response = Reflect.get(socket, "_httpMessage");
  return Object(response).headersSent === true;
}
