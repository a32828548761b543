import { createServer, type ServerResponse } from "node:http";
import { afterEach, expect, it } from "vitest";
import { answerMalformed } from "./answer-malformed";

let close = () => {};
afterEach(() => close());

async function ask(answer: (res: ServerResponse) => void): Promise<Response> {
  const server = createServer((_req, res) => {
    answerMalformed(res, { id: "1", client: "::1", isReached: false, isMalformed: false });
    answer(res);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = () => server.close();
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return fetch(`http://127.0.0.1:${port}/api/chats`, { method: "PUT", headers: { "accept-language": "en" } });
}

it("gives Next's empty 405 words, and no list of methods that the route may not have", async () => {
  const response = await ask((res) => {
    res.statusCode = 405;
    res.flushHeaders();
    res.write(new Uint8Array());
    // As a middleware that compresses does.
    res.writeHead(405);
    res.end();
  });
  expect(response.status).toBe(405);
  expect(await response.text()).toBe("This method isn't supported.\n");
  expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(response.headers.get("allow")).toBeNull();
});

it("leaves a 405 that says something", async () => {
  const response = await ask((res) => {
    res.statusCode = 405;
    res.setHeader("Allow", "GET");
    res.flushHeaders();
    res.write("GET");
    res.end(" only");
  });
  expect(await response.text()).toBe("GET only");
  expect(response.headers.get("allow")).toBe("GET");
});

it("leaves what it was told of the head", async () => {
  const response = await ask((res) => {
    res.writeHead(405, { Allow: "GET" });
    res.end("GET only");
  });
  expect(await response.text()).toBe("GET only");
  expect(response.headers.get("allow")).toBe("GET");
});

it("makes a 400 of a failure before any code of ours ran", async () => {
  const response = await ask((res) => {
    res.statusCode = 500;
    res.end("stack");
  });
  expect(response.status).toBe(400);
  expect(await response.text()).toBe("The request can't be read.\n");
});
