import sharp from "sharp";
import { callAction } from "@/e2e/support/call-action";
import { newClientAddress } from "@/e2e/support/client-address";
import { expect, test } from "@/e2e/support/fixtures";
import { askForPerson, drawPicture, postPicture, sentPicture } from "@/e2e/support/send-picture";
import { contractFault } from "@/test/contract-fault";

test("a visitor's picture is kept once, drawn on other sites by its link alone, and gone with its chat", async ({
  app,
  team,
  post,
  address,
}) => {
  const visitor = await askForPerson(team.bot.token, post);
  const from = { "x-forwarded-for": address, "idempotency-key": "k1" };
  const photo = await drawPicture(300, 200);
  const sent = await sentPicture(await postPicture(app.baseUrl, visitor, photo, from));
  const again = await sentPicture(await postPicture(app.baseUrl, visitor, photo, from));
  expect(again).toEqual(sent);

  const drawn = await fetch(`${app.baseUrl}${sent.url}`);
  expect(drawn.status).toBe(200);
  expect(Object.fromEntries(drawn.headers)).toMatchObject({
    "content-type": "image/jpeg",
    "content-disposition": expect.stringMatching(/^attachment/),
    "content-security-policy": "default-src 'none'; sandbox",
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
  });
  expect(await sharp(await drawn.bytes()).metadata()).toMatchObject({ width: 300, height: 200 });
  const other = new URL(sent.url, app.baseUrl);
  other.searchParams.set("key", "A".repeat(43));
  const gone = await fetch(other);
  expect([gone.status, gone.headers.get("access-control-allow-origin")]).toEqual([404, "*"]);
  expect((await fetch(new URL(other.pathname, app.baseUrl))).status).toBe(404);

  const events = await fetch(`${app.baseUrl}/api/widget/events?token=${team.bot.token}`, {
    headers: { "dawen-visitor": visitor.key },
  });
  const { events: told } = await events.json();
  expect(told).toContainEqual({
    event: "turn",
    data: expect.objectContaining({
      turn_id: sent.turnId,
      texts: ["（圖片）"],
      picture: { url: sent.url, width: 300, height: 200 },
    }),
  });

  const list = await fetch(`${app.baseUrl}/api/chats`, { headers: { cookie: team.owner.cookie } });
  const [chat] = (await list.json()).chats;
  const own = `${app.baseUrl}/api/chats/${chat.id}/pictures/${sent.fileId}`;
  const seen = await fetch(own, { headers: { cookie: team.owner.cookie } });
  expect([seen.status, seen.headers.get("content-type"), seen.headers.get("cache-control")]).toEqual([
    ...[200, "image/jpeg", "private, no-store"],
  ]);
});

test("what is no picture, or no form, is a 400 that says so, and nothing is written", async ({
  app,
  team,
  post,
}) => {
  const visitor = await askForPerson(team.bot.token, post);
  const url = `${app.baseUrl}/api/widget/files?token=${team.bot.token}`;
  const send = (contentType: string, body: BodyInit) =>
    fetch(url, {
      method: "POST",
      // Each from an address of its own: ten a minute are let in.
      headers: {
        "dawen-visitor": visitor.key,
        "content-type": contentType,
        "x-forwarded-for": newClientAddress(),
      },
      body,
    });
  const form = "multipart/form-data; boundary=x";
  const part = (name: string, content: string) =>
    `--x\r\ncontent-disposition: form-data; name="${name}"; filename="a.png"\r\n\r\n${content}\r\n`;
  const bodies: [string, BodyInit][] = [
    ["application/json", '{"file": "x"}'],
    ["multipart/form-data", part("file", "x")],
    [form, ""],
    [form, "--x--"],
    [form, `${part("other", "x")}--x--\r\n`],
    [form, `${part("file", "x")}${part("file", "y")}--x--\r\n`],
    [form, `${part("file", "x").repeat(20)}--x--\r\n`],
    [form, `${part("file", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")}--x--\r\n`],
    [form, `${part("file", "\x89PNG\r\n\x1a\n<script>")}--x--\r\n`],
    [form, `${part("file", "a".repeat(5 * 1024 * 1024 + 1))}--x--\r\n`],
    [form, `--x\r\n${"a: b\r\n".repeat(5_000)}\r\nx\r\n--x--\r\n`],
  ];
  for (const [at, [type, body]] of bodies.entries()) {
    const response = await send(type, body);
    const text = await response.text();
    expect([at, response.status, text.length < 400]).toEqual([at, 400, true]);
    const answered = { status: response.status, headers: {}, text, json: JSON.parse(text) };
    expect(contractFault({ method: "POST", path: "/api/widget/files" }, answered)).toBeNull();
    expect(JSON.parse(text).error).toMatch(/圖片|multipart/);
  }
  const events = await fetch(`${app.baseUrl}/api/widget/events?token=${team.bot.token}`, {
    headers: { "dawen-visitor": visitor.key },
  });
  expect(await events.text()).not.toContain("picture");
});

test("nobody sends a picture to a chat that nobody has, or is blocked from, and ten a minute at most", async ({
  app,
  team,
  post,
  address,
}) => {
  const first = await post("message", { token: team.bot.token, message: "運費多少？" });
  const { visitor_key: key } = await first.json();
  const photo = await drawPicture();
  const from = { "x-forwarded-for": address };
  const refused = await postPicture(app.baseUrl, { token: team.bot.token, key }, photo, from);
  expect([refused.status, (await refused.json()).error]).toEqual([
    ...[400, "現在沒有人員在看這則對話，請先找真人，再傳圖片"],
  ]);
  const statuses: number[] = [];
  for (let count = 0; count < 11; count++)
    statuses.push((await postPicture(app.baseUrl, { token: team.bot.token, key: "x" }, photo, from)).status);
  expect(statuses.slice(0, 9)).toEqual(Array(9).fill(404));
  expect(statuses.at(-1)).toBe(429);
});

test("a member's picture is the visitor's to see; what is none, too large, or another's chat is refused", async ({
  app,
  team,
  post,
}) => {
  const visitor = await askForPerson(team.bot.token, post);
  const chatsOf = async () => {
    const list = await fetch(`${app.baseUrl}/api/chats`, { headers: { cookie: team.owner.cookie } });
    return (await list.json()).chats;
  };
  await expect.poll(chatsOf).toHaveLength(1);
  const [{ id }] = await chatsOf();
  const headers = { cookie: team.owner.cookie };
  expect(
    (await callAction(app.baseUrl, "takeChatAction", { form: { conversationId: id }, headers })).code,
  ).toBe("done");
  const key = crypto.randomUUID();
  const send = async (
    body: Uint8Array | string,
    more: Record<string, string> = {},
    member = headers.cookie,
  ) => {
    const response = await fetch(`${app.baseUrl}/api/chats/${id}/pictures?key=${key}`, {
      method: "POST",
      headers: { cookie: member, ...more },
      body: typeof body === "string" ? body : new Uint8Array(body),
    });
    const isJson = response.headers.get("content-type")?.startsWith("application/json");
    return { status: response.status, ...(isJson && (await response.json())) };
  };
  const agent = await team.addMember("agent");
  const photo = await drawPicture(640, 480);
  expect(await send("<svg/>")).toEqual({ status: 400, error: "bad_request", reason: "picture_type" });
  expect(await send(photo.subarray(0, 700))).toMatchObject({ status: 400, reason: "picture_broken" });
  expect(await send(photo, {}, agent.cookie)).toMatchObject({ status: 409, reason: "chat_taken" });
  expect(await send(photo, { "sec-fetch-site": "cross-site" })).toMatchObject({ status: 403 });
  const { turn } = await send(photo);
  expect(turn).toMatchObject({ author: "agent", picture: { width: 640, height: 480 } });
  expect((await send(photo)).turn.id).toBe(turn.id);
  const events = await fetch(`${app.baseUrl}/api/widget/events?token=${visitor.token}`, {
    headers: { "dawen-visitor": visitor.key },
  });
  const { events: told } = await events.json();
  const pictures = told.filter(({ data }: { data: { picture?: unknown } }) => data.picture);
  expect(pictures).toEqual([
    {
      event: "turn",
      data: expect.objectContaining({ turn_id: turn.id, role: "person", texts: ["（圖片）"] }),
    },
  ]);
});
