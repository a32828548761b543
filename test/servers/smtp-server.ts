import { randomUUID } from "node:crypto";
import { createServer, type Server, type Socket } from "node:net";
import { listenOnLoopback } from "./listen-on-loopback";

export type ReceivedMail = { from: string; to: string[]; source: string };

export type SmtpBehaviour = {
  /** Whom it lets in; everybody unless said. */
  login?: { user: string; pass: string };
  /** Answers that it gives instead of its usual ones, by command: `greet`, `mail`, `rcpt`, `data`, `auth`, `end`. */
  answers?: Partial<Record<"greet" | "mail" | "rcpt" | "data" | "auth" | "end", string>>;
  /** After which command it says nothing more. */
  hangsAfter?: string;
  /** After which command it hangs up. */
  closesAfter?: string;
  /** Says the end of its greeting never, and a byte of it each 20 ms. */
  drips?: boolean;
};

/**
 * A mail server that speaks as much of SMTP (RFC 5321, RFC 4954 PLAIN) as a client needs, and keeps what it is sent.
 * `behaviour` may be changed while it runs.
 */
export async function startSmtpServer(behaviour: SmtpBehaviour = {}) {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    talk(socket, behaviour, mails);
  });
  const port = await listenOnLoopback(server);
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    mails,
    behaviour,
    openConnections: () => sockets.size,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function talk(socket: Socket, behaviour: SmtpBehaviour, mails: ReceivedMail[]): void {
  let buffer = "";
  let mail: ReceivedMail = { from: "", to: [], source: "" };
  let isData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const { answers = {}, login } = behaviour;
  const after = (command: string) => {
    if (behaviour.closesAfter === command) socket.end();
    return behaviour.hangsAfter === command || behaviour.closesAfter === command;
  };
  if (behaviour.drips) {
    const dripping = setInterval(() => socket.write("2"), 20);
    socket.on("close", () => clearInterval(dripping));
    return;
  }
  if (after("connect")) return;
  say(answers.greet ?? "220 test ESMTP");

  const handle = (line: string) => {
    const [command = ""] = line.toLowerCase().split(/[ :]/, 1);
    if (after(command)) return;
    if (command === "ehlo")
      return say(`250-test\r\n250-8BITMIME${login ? "\r\n250-AUTH PLAIN" : ""}\r\n250 SIZE 1000000`);
    if (command === "auth") {
      const [, user, pass] = Buffer.from(line.split(" ")[2] ?? "", "base64")
        .toString()
        .split("\0");
      const isRight = user === login?.user && pass === login?.pass;
      return say(answers.auth ?? (isRight ? "235 2.7.0 welcome" : "535 5.7.8 wrong password"));
    }
    if (command === "mail") {
      mail = { from: /<(.*)>/.exec(line)?.[1] ?? "", to: [], source: "" };
      return say(answers.mail ?? "250 ok");
    }
    if (command === "rcpt") {
      mail.to.push(/<(.*)>/.exec(line)?.[1] ?? "");
      return say(answers.rcpt ?? "250 ok");
    }
    if (command === "data") {
      isData = answers.data === undefined;
      return say(answers.data ?? "354 go on");
    }
    if (command === "quit") return socket.end("221 bye\r\n");
    say(["rset", "noop"].includes(command) ? "250 ok" : "502 not here");
  };

  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => {
    buffer += chunk;
    for (;;) {
      if (isData) {
        const end = buffer.indexOf("\r\n.\r\n");
        if (end < 0) return;
        mails.push({ ...mail, source: buffer.slice(0, end) });
        buffer = buffer.slice(end + 5);
        isData = false;
        if (after("end")) return;
        say(answers.end ?? `250 taken as ${randomUUID()}`);
        continue;
      }
      const end = buffer.indexOf("\r\n");
      if (end < 0) return;
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      handle(line);
    }
  });
}

/** What a mail's parts say, decoded: its headers unfolded, its text and its HTML. */
export function readMail({ source }: ReceivedMail): {
  headers: string;
  text: string;
  html: string;
  links: string[];
} {
  const [head = ""] = source.split("\r\n\r\n", 1);
  const headers = head
    .replace(/\r\n[ \t]+/g, " ")
    .replace(/\?= =\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(text, "base64").toString()
        : fromQuoted(text.replaceAll("_", " ")),
    );
  const boundary = /boundary="([^"]+)"/.exec(headers)?.[1];
  const parts = boundary ? source.split(`--${boundary}`) : [source];
  const partOf = (type: string) => {
    const part = parts.find((one) => new RegExp(`content-type: ${type}`, "i").test(one)) ?? "";
    const at = part.indexOf("\r\n\r\n");
    const body = part.slice(at + 4);
    if (/transfer-encoding: base64/i.test(part)) return Buffer.from(body, "base64").toString();
    return /transfer-encoding: quoted-printable/i.test(part) ? fromQuoted(body) : body;
  };
  const text = partOf("text/plain");
  return { headers, text, html: partOf("text/html"), links: text.match(/https?:\/\/\S+/g) ?? [] };
}

function fromQuoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
