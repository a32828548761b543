import { createHash, randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { uuidv7 } from "@/lib/db/uuidv7";
import { createVisitorKey, readVisitorKey } from "./visitor-key";

const token = "a".repeat(32);
const otherToken = "b".repeat(32);

it("is read back as its chat by its bot's token only", async () => {
  const id = uuidv7();
  const key = await createVisitorKey(token, id);
  expect(await readVisitorKey(token, key)).toBe(id);
  expect(await readVisitorKey(otherToken, key)).toBeNull();
});

it("is not met by 10,000 guesses, however much of it they know, nor with any bit of it turned", async () => {
  const id = uuidv7();
  const key = Buffer.from(await createVisitorKey(token, id), "base64url");
  const [bytes, signature] = [key.subarray(0, 16), key.subarray(16)];
  const ofOthers = await createVisitorKey(token, uuidv7());
  const guesses = Array.from({ length: 2_500 }, (_, n) => [
    // The right chat with any signature, any chat with the right one, what anybody can hash, and noise.
    Buffer.concat([bytes, randomBytes(32)]),
    Buffer.concat([randomBytes(16), signature]),
    Buffer.concat([bytes, createHash("sha256").update(`${token}:${id}:${n}`).digest()]),
    randomBytes(48),
  ]).flat();
  const turned = Array.from({ length: key.length * 8 }, (_, bit) => {
    const flipped = Buffer.from(key);
    flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    return flipped;
  });
  const foreign = Buffer.concat([bytes, Buffer.from(ofOthers, "base64url").subarray(16)]);
  const read = await Promise.all(
    [...guesses, ...turned, foreign].map((guess) => readVisitorKey(token, guess.toString("base64url"))),
  );
  expect(read).toHaveLength(10_000 + 384 + 1);
  expect(read.filter((found) => found !== null)).toEqual([]);
  expect(await readVisitorKey(token, key.toString("base64url"))).toBe(id);
});
