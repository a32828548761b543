import { createHash } from "node:crypto";
import { connect, type Server, type Socket } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";

const fileName = "control.sock";

export type RunCommand = (command: string, args: Record<string, unknown>) => Promise<unknown>;

export type ControlAnswer = { ok: true; result: unknown } | { ok: false; error: string };

/**
 * Sends one command to the process that holds the data folder and gives its answer; null when no process holds it.
 * Throws when the holder doesn't answer within `timeoutMs`.
 */
export async function askControlSocket(
  dataDir: string,
  command: string,
  args: Record<string, string> = {},
  timeoutMs = 10_000,
): Promise<ControlAnswer | null> {
  const socket = await connectControlSocket(dataDir);
  if (!socket) return null;
  try {
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error("the running instance doesn't answer")));
    socket.write(`${JSON.stringify({ command, args })}\n`);
    for await (const line of createInterface({ input: socket })) return parseAnswer(line);
    throw new Error("the running instance closed the connection");
  } finally {
    socket.destroy();
  }
}

/** An open connection to the folder's holder, or null when there is none. */
export function connectControlSocket(dataDir: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = fromInside(dataDir, (address) => connect(address));
    socket.once("connect", () => resolve(socket));
    socket.once("error", (error: NodeJS.ErrnoException) =>
      isNobody(error.code) ? resolve(null) : reject(error),
    );
  });
}

/** No socket, one that its holder left behind, or one whose holder let go before it took the connection. */
function isNobody(code: string | undefined): boolean {
  return code === "ENOENT" || code === "ECONNREFUSED" || code === "ECONNRESET";
}

/** Binds the server to the folder's socket; rejects with EADDRINUSE when the socket's file is already there. */
export function listenOnControlSocket(server: Server, dataDir: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    fromInside(dataDir, (address) =>
      server.listen(address, () => {
        server.off("error", reject);
        resolve();
      }),
    );
  });
}

export function controlSocketFile(dataDir: string): string {
  return path.join(dataDir, fileName);
}

/** Answers each line of a connection by `run`; a line that is no command gets an error, and the connection stays. */
export function serveControlConnection(socket: Socket, run: RunCommand): void {
  socket.on("error", () => socket.destroy());
  createInterface({ input: socket }).on("line", async (line) => {
    const answer = await answerLine(line, run);
    if (socket.writable) socket.write(`${answer}\n`);
  });
}

/** The answer as JSON, which a result that JSON can't hold doesn't keep from coming. */
async function answerLine(line: string, run: RunCommand): Promise<string> {
  const toText = (answer: ControlAnswer) => JSON.stringify(answer);
  try {
    const { command, args } = JSON.parse(line);
    if (typeof command !== "string") throw new Error("a command is an object with its name as text");
    return toText({ ok: true, result: (await run(command, Object(args))) ?? null });
  } catch (error) {
    return toText({ ok: false, error: error instanceof Error ? error.message : String(error) });
  }
}

function parseAnswer(line: string): ControlAnswer {
  const answer = JSON.parse(line);
  return answer?.ok === true
    ? { ok: true, result: answer.result }
    : { ok: false, error: String(answer?.error) };
}

/**
 * A socket's path may have about 100 bytes only. Node binds and connects within the call, so the call is made from
 * inside the folder with the bare file name, however long the folder's own path is.
 */
function fromInside<T>(dataDir: string, call: (address: string) => T): T {
  if (process.platform === "win32") {
    const id = createHash("sha256").update(path.resolve(dataDir).toLowerCase()).digest("hex").slice(0, 32);
    return call(`\\\\.\\pipe\\dawen-${id}`);
  }
  const before = process.cwd();
  try {
    process.chdir(dataDir);
  } catch {
    return call(controlSocketFile(dataDir));
  }
  try {
    return call(fileName);
  } finally {
    process.chdir(before);
  }
}
