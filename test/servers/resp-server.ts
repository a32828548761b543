import { createServer, type Socket } from "node:net";
import { Engine } from "@/lib/kv/embedded/engine";
import type { KvOutcome, KvReply } from "@/lib/kv/reply";

/**
 * How a server behaves towards its clients: as it should, taking all and saying nothing, doing what is asked but
 * hanging up instead of saying so, or not letting anybody in.
 */
export type Behaviour = "answer" | "hang" | "hang up" | "refuse";

/** A Redis of the embedded engine, speaking RESP2 on a loopback port, whose failures can be chosen. */
export class RespServer {
  readonly #engine = new Engine();
  readonly #sockets = new Set<Socket>();
  readonly #subscribers = new Map<string, Set<Socket>>();
  readonly #server = createServer({ noDelay: true }, (socket) => this.#accept(socket));
  behaviour: Behaviour = "answer";
  /** What is answered to every command instead of its reply. */
  errorReply: string | undefined;
  /** Whether it says that it is a node of a cluster, the only one. */
  isCluster = false;
  /** The verbs of all commands that came. */
  readonly received: string[] = [];
  url = "";

  static async start(): Promise<RespServer> {
    const server = new RespServer();
    await new Promise<void>((resolve) => server.#server.listen(0, "127.0.0.1", resolve));
    const address = server.#server.address();
    if (address === null || typeof address === "string") throw new Error("not listening on a port");
    server.url = `redis://127.0.0.1:${address.port}`;
    return server;
  }

  become(behaviour: Behaviour): void {
    this.behaviour = behaviour;
    if (behaviour === "refuse") this.disconnectAll();
  }

  disconnectAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.disconnectAll();
    this.#engine.close();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #accept(socket: Socket): void {
    if (this.behaviour === "refuse") {
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    const session: Session = { socket, queue: null };
    let buffered: Buffer = Buffer.alloc(0);
    socket.on("data", (chunk) => {
      if (this.behaviour === "hang") return;
      buffered = Buffer.concat([buffered, chunk]);
      for (;;) {
        const command = takeCommand(buffered);
        if (!command) return;
        buffered = buffered.subarray(command.length);
        this.#answer(session, command.words);
      }
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      this.#sockets.delete(socket);
      for (const sockets of this.#subscribers.values()) sockets.delete(socket);
    });
  }

  #answer(session: Session, words: string[]): void {
    const { socket } = session;
    const [verb = "", ...args] = words;
    const name = verb.toUpperCase();
    this.received.push(name);
    const outcome = this.errorReply ? { error: this.errorReply } : this.#run(session, name, args, words);
    if (this.behaviour === "hang up" && !handshake.has(name)) socket.destroy();
    else if (outcome) socket.write(encodeOutcome(outcome));
  }

  #run(session: Session, name: string, args: string[], words: string[]): KvOutcome | null {
    if (name === "CLIENT") return { result: "OK" };
    if (name === "INFO") return { result: `cluster_enabled:${this.isCluster ? 1 : 0}\r\n` };
    if (name === "CLUSTER")
      return { result: [[0, 16_383, ["127.0.0.1", Number(new URL(this.url).port), "1"]]] };
    if (name === "PUBLISH") return { result: this.#publish(args[0] ?? "", args[1] ?? "") };
    if (name === "SUBSCRIBE" || name === "UNSUBSCRIBE") {
      for (const channel of args) this.#subscribe(session.socket, name, channel);
      return null;
    }
    if (name === "MULTI") {
      session.queue = [];
      return { result: "OK" };
    }
    if (name === "EXEC") {
      const outcomes = this.#engine.runAtomically(session.queue ?? []);
      session.queue = null;
      if (!outcomes) return { error: "EXECABORT Transaction discarded because of previous errors." };
      session.socket.write(`*${outcomes.length}\r\n${outcomes.map(encodeOutcome).join("")}`);
      return null;
    }
    if (!session.queue) return this.#engine.run([words])[0] ?? null;
    session.queue.push(words);
    return { result: "QUEUED" };
  }

  #subscribe(socket: Socket, name: string, channel: string): void {
    const sockets = this.#subscribers.get(channel) ?? new Set();
    this.#subscribers.set(channel, sockets);
    if (name === "SUBSCRIBE") sockets.add(socket);
    else sockets.delete(socket);
    socket.write(encode([name.toLowerCase(), channel, sockets.size]));
  }

  #publish(channel: string, message: string): number {
    const sockets = this.#subscribers.get(channel) ?? new Set();
    for (const socket of sockets) socket.write(encode(["message", channel, message]));
    return sockets.size;
  }
}

const handshake = new Set(["CLIENT", "CLUSTER", "INFO"]);

type Session = { socket: Socket; queue: string[][] | null };

/** The first command of `buffered` and how many bytes it took, null while it is incomplete. */
function takeCommand(buffered: Buffer): { words: string[]; length: number } | null {
  let position = 0;
  const takeCount = (): number | null => {
    const end = buffered.indexOf("\r\n", position);
    if (end < 0) return null;
    const count = Number(buffered.toString("latin1", position + 1, end));
    position = end + 2;
    return count;
  };
  const wordCount = takeCount();
  if (wordCount === null) return null;
  const words: string[] = [];
  for (let index = 0; index < wordCount; index++) {
    const length = takeCount();
    if (length === null || buffered.length < position + length + 2) return null;
    words.push(buffered.toString("utf8", position, position + length));
    position += length + 2;
  }
  return { words, length: position };
}

function encodeOutcome(outcome: KvOutcome): string {
  return "error" in outcome ? `-${outcome.error}\r\n` : encode(outcome.result);
}

function encode(reply: KvReply): string {
  if (reply === null) return "$-1\r\n";
  if (typeof reply === "number") return `:${reply}\r\n`;
  if (typeof reply === "string") return `$${Buffer.byteLength(reply)}\r\n${reply}\r\n`;
  return `*${reply.length}\r\n${reply.map(encode).join("")}`;
}
