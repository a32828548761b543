import { once } from "node:events";
import { createServer, get, type IncomingMessage, request, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { keepWorking } from "@/lib/background-work";
import { createDrain } from "./drain";
import { listen } from "./listen";

it("lets answers in flight finish, ends live feeds and takes no more connections", async () => {
  const waiting: ServerResponse[] = [];
  const server = createServer((req, res) => {
    res.setHeader("Content-Type", "text/event-stream");
    if (req.url === "/live") res.write(": here\n\n");
    else waiting.push(res);
  });
  const drain = createDrain(server);
  const port = await listen(server, { HOST: "127.0.0.1", PORT: 0 });

  const live = get({ port, path: "/live", host: "127.0.0.1" });
  const [feed]: IncomingMessage[] = await once(live, "response");
  const feedEnded = new Promise((resolve) => feed?.on("error", () => {}).once("close", resolve));
  feed?.resume();
  const asked = request({ port, path: "/message", host: "127.0.0.1", method: "POST" }).end();
  const answered = once(asked, "response");
  while (waiting.length === 0) await new Promise(setImmediate);

  const stopped = drain.stop(10_000);
  await feedEnded;
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  for (const res of waiting) res.end("the whole answer");
  const [answer]: IncomingMessage[] = await answered;
  expect(answer && (await text(answer))).toBe("the whole answer");
  await stopped;
});

it("cuts off what isn't done when the grace is over", async () => {
  const server = createServer(() => {});
  const drain = createDrain(server);
  const port = await listen(server, { HOST: "127.0.0.1", PORT: 0 });
  const failed = once(get({ port, host: "127.0.0.1" }), "error");
  await once(server, "request");
  await drain.stop(20);
  await failed;
});

it("waits for the work that follows an answer, up to the grace", async () => {
  const server = createServer();
  const drain = createDrain(server);
  await listen(server, { HOST: "127.0.0.1", PORT: 0 });
  let isDone = false;
  keepWorking(
    sleep(50).then(() => {
      isDone = true;
    }),
  );
  await drain.stop(10_000);
  expect(isDone).toBe(true);

  const busy = createServer();
  const other = createDrain(busy);
  const { promise: work, resolve: finish } = Promise.withResolvers<void>();
  await listen(busy, { HOST: "127.0.0.1", PORT: 0 });
  keepWorking(work);
  await other.stop(20);
  finish();
});
