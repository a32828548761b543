import { argon2Sync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashPassword, noPassword, verifyPassword } from "./password";

describe("hashPassword", () => {
  it("writes a PHC string with OWASP's parameters that the plain function reproduces", async () => {
    const phc = await hashPassword("correct horse");
    expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    const [, , , , salt = "", tag = ""] = phc.split("$");
    const expected = argon2Sync("argon2id", {
      message: "correct horse",
      nonce: Buffer.from(salt, "base64"),
      memory: 19_456,
      passes: 2,
      parallelism: 1,
      tagLength: 32,
    });
    expect(Buffer.from(tag, "base64")).toEqual(Buffer.from(expected));
  });

  it("salts: the same password never gives the same string", async () => {
    expect(await hashPassword("same words")).not.toBe(await hashPassword("same words"));
  });
});

describe("verifyPassword", () => {
  it.each([
    ["正確 的 密碼 🍵", "正確 的 密碼 🍵", true],
    ["correct horse", "correct horsf", false],
    ["correct horse", "Correct horse", false],
    ["correct horse", "", false],
    ["pass1234", "pass1234", true],
  ])("%s against %s", async (set, given, isSame) => {
    expect(await verifyPassword(given, await hashPassword(set))).toBe(isSame);
  });

  it("checks with the parameters in the string, so that they can be raised later", async () => {
    const nonce = Buffer.from("0123456789abcdef");
    const tag = argon2Sync("argon2id", {
      message: "older words",
      nonce,
      memory: 64,
      passes: 1,
      parallelism: 2,
      tagLength: 32,
    });
    const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64").replaceAll("=", "");
    const phc = `$argon2id$v=19$m=64,t=1,p=2$${base64(nonce)}$${base64(tag)}`;
    expect(await verifyPassword("older words", phc)).toBe(true);
    expect(await verifyPassword("other words", phc)).toBe(false);
  });

  it.each([undefined, noPassword, "", "$argon2id$v=19$m=8,t=1,p=1$$", "plain text"])(
    "says no to every password of %o",
    async (phc) => {
      expect(await verifyPassword("", phc)).toBe(false);
      expect(await verifyPassword("plain text", phc)).toBe(false);
    },
  );
});
