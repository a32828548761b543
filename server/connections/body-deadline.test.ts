import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { afterEach, expect, it } from "vitest";
import { limitBodyTime } from "./body-deadline";
import { listen } from "./listen";

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends half a body to a server that answers at once, or never, and gives what came until the connection closed. */
async function sendHalf(answersAtOnce: boolean): Promise<string> {
  server = createServer({ keepAliveTimeout: 0 }, (req, res) => {
    const refuse = () => res.writeHead(408, { Connection: "close" }).end();
    limitBodyTime(req, res, {
      kind: "widget",
      refuse,
      times: { widgetMs: 100, pageMs: 100, fileMs: 100, drainMs: 100 },
    });
    if (answersAtOnce) res.end("answered");
  });
  const port = await listen(server, { HOST: "127.0.0.1", PORT: 0 });
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.setEncoding("utf8").on("data", (chunk) => {
    answer += chunk;
  });
  socket.on("error", () => {});
  socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
  await once(socket, "close");
  return answer;
}

it("refuses a body that stops on its way, and closes its connection", async () => {
  expect(await sendHalf(false)).toMatch(/^HTTP\/1.1 408 /);
});

it("closes a connection whose body doesn't end after the answer", async () => {
  expect(await sendHalf(true)).toContain("answered");
});
