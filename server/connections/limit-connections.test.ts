import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { isOneTooMany, limitConnections } from "./limit-connections";
import { listen } from "./listen";

const open: Socket[] = [];
let server: Server;

afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
  server.close();
});

async function serve(isExempt: (address: string) => boolean) {
  server = createServer((req, res) => {
    res.statusCode = isOneTooMany(req.socket) ? 429 : 200;
    res.end();
  });
  limitConnections(server, { ceiling: 3, isExempt });
  const port = await listen(server, { HOST: "127.0.0.1", PORT: 0 });
  return async (from: string) => {
    const socket = connect({ port, host: "127.0.0.1", localAddress: from });
    open.push(socket);
    socket.on("error", () => {});
    await once(socket, "connect");
    return socket;
  };
}

async function statusOf(socket: Socket): Promise<string> {
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  await expect.poll(() => socket.destroyed || /^HTTP\/1.1 \d+/.test(answer)).toBe(true);
  return answer.split(" ")[1] ?? "closed";
}

it("refuses what is past the ceiling of one address, closes what is far past it, and leaves others alone", async () => {
  const enter = await serve(() => false);
  const mine = [];
  for (let i = 0; i < 6; i++) mine.push(await enter("127.7.7.1"));
  const [first, , , fourth] = mine;
  if (!first || !fourth) throw new Error("no connection");
  const seventh = await enter("127.7.7.1");
  await expect.poll(() => seventh.closed).toBe(true);
  expect(await statusOf(fourth)).toBe("429");
  expect(await statusOf(first)).toBe("200");
  expect(await statusOf(await enter("127.7.7.2"))).toBe("200");

  for (const socket of mine) socket.destroy();
  const statusOfOne = async () => {
    const socket = await enter("127.7.7.1");
    const status = await statusOf(socket);
    // One that was refused counts while it is open.
    if (status !== "200") socket.destroy();
    return status;
  };
  await vi.waitFor(async () => expect(await statusOfOne()).toBe("200"), { timeout: 10_000 });
});

it("counts no exempt address", async () => {
  const enter = await serve((address) => address === "127.7.7.3");
  const sockets = [];
  for (let i = 0; i < 12; i++) sockets.push(await enter("127.7.7.3"));
  for (const socket of sockets) expect(await statusOf(socket)).toBe("200");
});
