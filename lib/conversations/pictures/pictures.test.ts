import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { blockVisitor } from "@/lib/conversations/blocked/block-visitor";
import { moveChat } from "@/lib/conversations/desk/move-chat";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { deleteChat } from "@/lib/conversations/removal/delete-chat";
import { writeTranscript } from "@/lib/conversations/removal/write-transcript";
import { snoozeChat, snoozeChatInput } from "@/lib/conversations/snooze/snooze-chats";
import { getTranscript } from "@/lib/conversations/turns/get-transcript";
import { checkConversations } from "@/lib/conversations/upkeep/check-conversations";
import { repairConversations } from "@/lib/conversations/upkeep/repair-conversations";
import { findVisitorChat } from "@/lib/conversations/visitor/find-visitor-chat";
import { readChatEvents } from "@/lib/conversations/visitor/read-chat-events";
import { uuidv7 } from "@/lib/db/uuidv7";
import { env } from "@/lib/env";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { ActorCtx } from "@/lib/identity/actor";
import { getAuthSecrets } from "@/lib/identity/secret";
import { openArchive } from "@/lib/reading/open-archive";
import { pictureLimits } from "@/lib/reading/picture/picture-limits";
import { setPictureProgram } from "@/lib/reading/picture/shrink-picture";
import { isFileLink } from "@/lib/storage/file-link";
import { getBlobStore } from "@/lib/storage/get-blob-store";
import { openFile } from "@/lib/storage/open-file";
import { purgeFiles } from "@/lib/storage/purge-files";
import { buildProgram } from "@/scripts/build/build-server.mjs";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { openPicture } from "./open-picture";
import { packTranscript } from "./pack-transcript";
import { receivePicture } from "./receive-picture";
import { replyWithPicture } from "./reply-with-picture";

let dir: string;
let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
let mei: ActorCtx;
let owner: ActorCtx;
let photo: Buffer;
let nth = 0;

beforeAll(async () => {
  // Below node_modules: the program takes its packages from there.
  await mkdir("node_modules/.cache", { recursive: true });
  dir = await mkdtemp(path.resolve("node_modules/.cache/pictures-"));
  await buildProgram("picture", { root: process.cwd(), outfile: path.join(dir, "picture.mjs") });
  vi.stubEnv("DATA_DIR", path.join(dir, "data"));
  shop = await createTestShop();
  setPictureProgram(path.join(dir, "picture.mjs"));
  ming = await createTestMember(shop, "小明");
  mei = await createTestMember(shop, "小美");
  owner = { ...ming, actor: { ...ming.actor, role: "owner" } };
  photo = await draw(60, 40).jpeg().toBuffer();
});
afterAll(async () => {
  await shop.close();
  vi.unstubAllEnvs();
  await rm(dir, { recursive: true });
});

const draw = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0.5 } } });
const bot = { locale: "zh-TW" };
const visitorChat = (conversationId: string) => ({
  conversationId,
  botId: shop.botId,
  token: shop.botId.replaceAll("-", ""),
});

async function chatOf(chatId: string, by: "nobody" | "ming" = "ming") {
  const { conversationId } = await shop.exchange(chatId, "有人嗎");
  if (by === "ming") await moveChat(ming, conversationId, "take");
  return conversationId;
}

async function send(conversationId: string, bytes: Uint8Array = photo, key: string | null = null) {
  const chat = await findVisitorChat(shop.ctx, visitorChat(conversationId));
  return receivePicture(shop.ctx, bot, chat, { bytes, key });
}

const countFiles = (conversationId: string) =>
  shop.ctx.db.storedFile.count({ where: { conversationId, expiresAt: null } });

describe("a visitor's picture", () => {
  it("is a turn of its own in both stores that no bot answers, and nothing for the checker or the repair", async () => {
    const id = await chatOf("web_0000be01");
    const { turn, picture, published } = await send(id);
    await published;
    expect(turn).toMatchObject({ author: "visitor", state: "complete", bubbles: ["（圖片）"] });
    expect(picture).toMatchObject({ width: 60, height: 40 });
    const turns = await getTranscript(ming, id);
    expect(turns.at(-1)).toMatchObject({ id: turn.id, picture });
    const [shown] = (await listChats(mei)).filter((chat) => chat.id === id);
    expect(shown).toMatchObject({ lastAsked: "（圖片）", visitorTurns: 2, lastTurn: { author: "visitor" } });
    await repairConversations(shop.ctx, { since: 0, settle: async () => {} });
    expect((await checkConversations(shop.ctx)).problems).toEqual([]);
    expect((await shop.ctx.db.conversation.findUniqueOrThrow({ where: { id } })).unanswered).toBe(true);
  });

  it("is kept as a smaller JPEG, upright, without what stood beside its pixels", async () => {
    const id = await chatOf("web_0000be02");
    const exif = { IFD0: { Copyright: "家裡的位置" }, IFD3: { GPSLatitude: "25/1 2/1 3/1" } };
    const big = await draw(3_000, 1_500)
      .withExif(exif)
      .withMetadata({ orientation: 6, exif })
      .jpeg()
      .toBuffer();
    expect((await sharp(big).metadata()).exif).toBeDefined();
    const { picture } = await send(id, big);
    expect([picture.width, picture.height]).toEqual([pictureLimits.side / 2, pictureLimits.side]);
    const file = await openPicture(mei, id, picture.fileId);
    const {
      format,
      width,
      height,
      exif: kept,
      orientation,
    } = await sharp(await buffer(file.body)).metadata();
    expect({ type: file.type, format, width, height, kept, orientation }).toEqual({
      ...{ type: "image/jpeg", format: "jpeg", width: picture.width, height: picture.height },
      ...{ kept: undefined, orientation: undefined },
    });
  });

  it("stands once however often it is sent, also twice at once", async () => {
    const id = await chatOf("web_0000be03");
    const key = uuidv7();
    const both = await Promise.all([send(id, photo, key), send(id, photo, key)]);
    const again = await send(id, photo, key);
    expect(new Set([...both, again].map(({ turn }) => turn.id)).size).toBe(1);
    expect(await countFiles(id)).toBe(1);
    expect(await shop.ctx.db.storedFile.count({ where: { conversationId: id } })).toBe(1);
    await send(id, photo, uuidv7());
    expect(await countFiles(id)).toBe(2);
    // Another file under the same key is the first one; another visitor's key is their own.
    const other = await send(id, await draw(30, 30).png().toBuffer(), key);
    expect([other.turn.id, other.picture]).toEqual([again.turn.id, again.picture]);
    const elsewhere = await chatOf("web_0000be23");
    const theirs = await send(elsewhere, await draw(30, 30).png().toBuffer(), key);
    expect(theirs.picture).toMatchObject({ width: 30, height: 30 });
    expect(await countFiles(id)).toBe(2);
    expect(await countFiles(elsewhere)).toBe(1);
  });

  it("is taken while somebody awaits or has a person, also where members put the chat off; else it leaves nothing", async () => {
    const id = await chatOf("web_0000be04");
    await snoozeChat(ming, snoozeChatInput.parse({ conversationId: id, until: "tomorrow" }));
    expect((await send(id)).desk).toMatchObject({ state: "taken", assignee: { name: "小明" } });
    const awaited = await chatOf("web_0000be05", "nobody");
    const { db } = shop.ctx;
    const refused = send(awaited);
    await expect(refused).rejects.toMatchObject({ code: "bad_request", reason: "picture_unseen" });
    expect(await db.storedFile.count({ where: { conversationId: awaited } })).toBe(0);
    expect((await findVisitorChat(shop.ctx, visitorChat(awaited))).hasHandoff).toBe(false);
    await db.conversation.update({ where: { id: awaited }, data: { state: "waiting", stateAt: new Date() } });
    expect((await send(awaited)).desk.state).toBe("waiting");
    await moveChat(ming, awaited, "close");
    await expect(send(awaited)).rejects.toMatchObject({ reason: "picture_unseen" });
    await blockVisitor(ming, { conversationId: awaited });
    expect((await findVisitorChat(shop.ctx, visitorChat(awaited))).isBlocked).toBe(true);
  });

  it.each([
    ["an SVG", "picture_type", async () => Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")],
    ["a page", "picture_type", async () => Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["nothing", "picture_type", async () => Buffer.alloc(0)],
    ["an AVIF", "picture_type", () => draw(10, 10).avif().toBuffer()],
    ["100 megapixels", "picture_pixels", () => draw(10_000, 10_000).png().toBuffer()],
    [
      "a JPEG that breaks off",
      "picture_broken",
      async () => (await draw(900, 900).jpeg().toBuffer()).subarray(0, 900),
    ],
    [
      "what only begins as a PNG",
      "picture_broken",
      async () => Buffer.from("89504e470d0a1a0a3c7376673e", "hex"),
    ],
  ])(
    "that is %s is refused with %s, and nothing of it stays",
    { timeout: 60_000 },
    async (_name, reason, make) => {
      const id = await chatOf(`web_0000bf${(nth++).toString(16).padStart(2, "0")}`);
      await expect(send(id, await make())).rejects.toMatchObject({ code: "bad_request", reason });
      expect(await shop.ctx.db.storedFile.count({ where: { conversationId: id } })).toBe(0);
      expect(await getTranscript(ming, id)).toHaveLength(2);
    },
  );

  it.each(["png", "webp", "gif"] as const)("may be a %s", async (format) => {
    const id = await chatOf(`web_0000c0${format.charCodeAt(0).toString(16)}`);
    const { picture } = await send(id, await draw(20, 10).toFormat(format).toBuffer());
    expect([picture.width, picture.height]).toEqual([20, 10]);
  });

  it("reaches its other pages with a link that only we make and that ends", async () => {
    const id = await chatOf("web_0000be06");
    const { turn, picture } = await send(id);
    const news = await readChatEvents(shop.ctx, visitorChat(id), "");
    const event = news?.turns.find(({ turn_id }) => turn_id === turn.id);
    expect(event).toMatchObject({ role: "visitor", texts: ["（圖片）"], picture: { width: 60, height: 40 } });
    const url = new URL(event?.picture?.url ?? "", "http://localhost");
    const secrets = await getAuthSecrets(env());
    const day = 24 * 60 * 60_000;
    const isGood = (after: number, fileId = picture.fileId) =>
      isFileLink(secrets, fileId, url.searchParams, Date.now() + after);
    expect(url.pathname).toBe(`/api/files/${picture.fileId}`);
    expect([isGood(0), isGood(29 * day), isGood(61 * day), isGood(0, uuidv7())]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    // A page whose link has ended asks from just before the turn, and gets it first, with a link that is good then.
    const later = { ...shop.ctx, now: () => Date.now() + 61 * day };
    const again = await readChatEvents(later, visitorChat(id), turn.id.replace(/.{12}$/, "0".repeat(12)));
    expect(again?.turns[0]?.turn_id).toBe(turn.id);
    const renewed = new URL(again?.turns[0]?.picture?.url ?? "", "http://localhost").searchParams;
    expect(isFileLink(secrets, picture.fileId, renewed, Date.now() + 61 * day)).toBe(true);
  });
});

describe("a member's picture", () => {
  const reply = (ctx: ActorCtx, conversationId: string, key = uuidv7()) =>
    replyWithPicture(ctx, { conversationId, key }, photo);

  it("is a reply of theirs, once, and of those who have the chat only", async () => {
    const id = await chatOf("web_0000be07");
    const key = uuidv7();
    const turn = await reply(ming, id, key);
    expect(turn).toMatchObject({
      author: "agent",
      authorName: "小明",
      bubbles: ["（圖片）"],
      picture: { width: 60 },
    });
    expect((await reply(ming, id, key)).id).toBe(turn.id);
    expect(await shop.ctx.db.storedFile.count({ where: { conversationId: id } })).toBe(1);
    await expect(reply(mei, id)).rejects.toMatchObject({ code: "conflict", reason: "chat_taken" });
    await moveChat(ming, id, "hand_back");
    await expect(reply(ming, id)).rejects.toMatchObject({ code: "conflict", reason: "chat_not_taken" });
    await expect(reply(shop.strangerCtx, id)).rejects.toMatchObject({ code: "not_found" });
    expect((await checkConversations(shop.ctx)).problems).toEqual([]);
  });

  it("is opened by the own team, in its own chat", async () => {
    const id = await chatOf("web_0000be08");
    const other = await chatOf("web_0000be09");
    const { picture } = await reply(ming, id);
    const fileId = picture?.fileId ?? "";
    const { body, isOfChat } = await openPicture(mei, id, fileId);
    expect(isOfChat).toBe(true);
    expect((await buffer(body)).length).toBeGreaterThan(100);
    for (const [ctx, chat, file] of [
      [mei, other, fileId],
      [mei, id, uuidv7()],
      [mei, id, "../secret"],
      [shop.strangerCtx, id, fileId],
    ] as const)
      await expect(openPicture(ctx, chat, file)).rejects.toMatchObject({ code: "not_found" });
  });
});

it("ends with its chat, its bytes too", async () => {
  const id = await chatOf("web_0000be0a");
  const { picture } = await send(id);
  const { db } = shop.ctx;
  const { storageKey } = await db.storedFile.findUniqueOrThrow({ where: { id: picture.fileId } });
  await deleteChat(owner, id);
  expect(await openFile(shop.ctx, getBlobStore(), picture.fileId)).toBeNull();
  await purgeFiles(shop.ctx, getBlobStore(), 100);
  expect(await getBlobStore().get(storageKey, pictureLimits.fileBytes)).toBeNull();
});

it("a chat's file brings its pictures along, under the names that its text gives them; one that is lost is empty", async () => {
  const id = await chatOf("web_0000be0b");
  await send(id);
  const { picture } = await replyWithPicture(ming, { conversationId: id, key: uuidv7() }, photo);
  const transcript = await writeTranscript(owner, id, getCatalog("zh-TW").chats.file);
  const said = transcript.text.split("\n").filter((line) => line.includes("（圖片）"));
  expect(said.map((line) => line.slice(29))).toEqual([
    "訪客: （圖片） 圖片/001.jpg",
    "小明: （圖片） 圖片/002.jpg",
  ]);
  const { storageKey } = await shop.ctx.db.storedFile.findUniqueOrThrow({
    where: { id: picture?.fileId ?? "" },
  });
  await getBlobStore().delete(storageKey);
  const zip = await openArchive(await buffer(packTranscript(shop.ctx, transcript)));
  expect(zip.names).toEqual(["chat-web_0000be0b.txt", "圖片/001.jpg", "圖片/002.jpg"]);
  const [text, theirs, ours] = await Promise.all(zip.names.map((name) => zip.read(name)));
  expect(text?.toString()).toBe(transcript.text);
  expect((await sharp(theirs ?? undefined).metadata()).width).toBe(60);
  expect(ours?.length).toBe(0);
});
