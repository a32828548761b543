import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { setPictureProgram } from "@/lib/reading/picture/shrink-picture";
import { buildProgram } from "@/scripts/build/build-server.mjs";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { listFaces } from "./list-faces";
import { readPicture } from "./read-picture";
import { removePicture } from "./remove-picture";
import { setPicture } from "./set-picture";

let dir: string;
let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;

beforeAll(async () => {
  // Below node_modules: the program takes its packages from there.
  await mkdir("node_modules/.cache", { recursive: true });
  dir = await mkdtemp(path.resolve("node_modules/.cache/faces-"));
  await buildProgram("picture", { root: process.cwd(), outfile: path.join(dir, "picture.mjs") });
  vi.stubEnv("DATA_DIR", path.join(dir, "data"));
  shop = await createTestShop();
  setPictureProgram(path.join(dir, "picture.mjs"));
});
beforeEach(async () => {
  ming = await createTestMember(shop, "小明");
});
afterAll(async () => {
  await shop.close();
  vi.unstubAllEnvs();
  await rm(dir, { recursive: true, force: true });
});

/** Red on the left, green in the middle, blue on the right: three squares beside each other. */
const threeSquares = async () => {
  const square = (background: string) =>
    sharp({ create: { width: 300, height: 300, channels: 3, background } })
      .png()
      .toBuffer();
  const [red, green, blue] = await Promise.all(["#f00", "#0f0", "#00f"].map(square));
  return sharp({ create: { width: 900, height: 300, channels: 3, background: "#fff" } })
    .composite([
      { input: red, left: 0, top: 0 },
      { input: green, left: 300, top: 0 },
      { input: blue, left: 600, top: 0 },
    ])
    .jpeg()
    .withExif({ IFD0: { ImageDescription: "台北市中正區" } })
    .toBuffer();
};
const addressOf = async ({ db, actor }: ActorCtx) =>
  (await listFaces({ db }, [actor.userId])).get(actor.userId);
const idOf = (address: string | undefined) => address?.split("/").at(-1) ?? "";

it("is the square in the middle, small, and holds nothing but pixels", async () => {
  await setPicture(ming, await threeSquares());
  const jpeg = await readPicture(ming, idOf(await addressOf(ming)));
  const { format, width, height, exif } = await sharp(jpeg ?? undefined).metadata();
  expect({ format, width, height, exif }).toEqual({
    ...{ format: "jpeg", width: 256, height: 256, exif: undefined },
  });
  expect(jpeg?.byteLength).toBeLessThan(16 * 1024);
  const { channels } = await sharp(jpeg ?? undefined).stats();
  // All green.
  expect(channels.map(({ mean }) => Math.round(mean / 50))).toEqual([0, 5, 0]);
});

it("another one has another address, and that of the last leads to nothing; nor does one that was taken away", async () => {
  await setPicture(ming, await threeSquares());
  const first = await addressOf(ming);
  await setPicture(ming, await threeSquares());
  const second = await addressOf(ming);
  expect(first).toMatch(/^\/api\/faces\/[\da-f-]{36}$/);
  expect(second).not.toBe(first);
  expect(await readPicture(ming, idOf(first))).toBeNull();
  expect(await readPicture(ming, idOf(second))).not.toBeNull();
  await removePicture(ming);
  await removePicture(ming);
  expect(await addressOf(ming)).toBeUndefined();
  expect(await readPicture(ming, idOf(second))).toBeNull();
});

it("is nobody else's to take away, and goes with its account", async () => {
  const mei = await createTestMember(shop, "小美");
  await setPicture(ming, await threeSquares());
  const address = await addressOf(ming);
  await removePicture(mei);
  expect(await addressOf(ming)).toBe(address);
  await ming.db.user.delete({ where: { id: ming.actor.userId } });
  expect(await readPicture(ming, idOf(address))).toBeNull();
});

it("what can't be taken leaves the one there is", async () => {
  await setPicture(ming, await threeSquares());
  const address = await addressOf(ming);
  const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
  await expect(setPicture(ming, svg)).rejects.toMatchObject({ reason: "picture_type" });
  await expect(setPicture(ming, new Uint8Array())).rejects.toMatchObject({ reason: "picture_type" });
  const cut = (await threeSquares()).subarray(0, 900);
  await expect(setPicture(ming, cut)).rejects.toMatchObject({ reason: "picture_broken" });
  const huge = sharp({ create: { width: 6_000, height: 4_001, channels: 3, background: "#fff" } });
  await expect(setPicture(ming, await huge.png().toBuffer())).rejects.toMatchObject({
    reason: "picture_pixels",
  });
  expect(await addressOf(ming)).toBe(address);
});

it("two at once end as one of both; twenty in ten minutes are all", async () => {
  const picture = await threeSquares();
  await Promise.all([setPicture(ming, picture), setPicture(ming, picture)]);
  expect(await ming.db.userPicture.count({ where: { userId: ming.actor.userId } })).toBe(1);
  // Those that are refused count as well.
  for (let tried = 2; tried < 20; tried++)
    await expect(setPicture(ming, new Uint8Array())).rejects.toMatchObject({ code: "bad_request" });
  await expect(setPicture(ming, picture)).rejects.toMatchObject({ code: "rate_limited" });
});

it("an address that is none, or was never given, leads to nothing", async () => {
  for (const id of ["", "x", "../x", "%00", uuidv7(), "A".repeat(5_000)])
    expect(await readPicture(ming, id)).toBeNull();
});
