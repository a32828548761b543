import { describe, expect, it } from "vitest";
import { emailField, nameField, newPasswordField } from "./account-fields";
import { requireStrongPassword } from "./passwords/require-strong-password";

const faultOf = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.error?.issues[0]?.message;

describe("emailField", () => {
  it.each([
    ["  Lin@Example.COM ", "lin@example.com"],
    ["lin@example.com", "lin@example.com"],
    ["li\u0000n@example.com", "lin@example.com"],
  ])("%o is %s", (given, email) => {
    expect(emailField.parse(given)).toBe(email);
  });

  it.each([
    ["", "required"],
    ["   ", "required"],
    ["lin", "invalid_email"],
    ["lin@localhost", "invalid_email"],
    ["lin@exam ple.com", "invalid_email"],
    ["lin@example.com\nbcc: x@example.com", "invalid_email"],
    ["ⅼіn@example.com", "invalid_email"],
    ["林@example.com", "invalid_email"],
    [`${"a".repeat(250)}@example.com`, "too_long:254:262"],
    ["a".repeat(1_000_000), "too_long:254:1000000"],
    [undefined, "required"],
    [["lin@example.com"], "required"],
    [{ contains: "@" }, "required"],
  ])("%o is refused: %s", (given, fault) => {
    expect(faultOf(emailField.safeParse(given))).toBe(fault);
  });
});

describe("nameField", () => {
  it.each([
    ["  林 小茶 ", "林 小茶"],
    ["Lin\u0000\r\n Tea", "Lin Tea"],
    ["\u202egnp.exe", "gnp.exe"],
    ["🍵", "🍵"],
    ["a\ud800b", "a\ufffdb"],
    ["𠮷".repeat(60), "𠮷".repeat(60)],
  ])("%o is %o", (given, name) => {
    expect(nameField.parse(given)).toBe(name);
  });

  it.each([
    ["", "required"],
    ["\u200b\u200b", "required"],
    ["𠮷".repeat(61), "too_long:60:61"],
    [null, "required"],
  ])("%o is refused: %s", (given, fault) => {
    expect(faultOf(nameField.safeParse(given))).toBe(fault);
  });
});

describe("newPasswordField", () => {
  it("counts characters, not bytes", () => {
    expect(newPasswordField.safeParse("茶葉專賣店的密碼").success).toBe(true);
    expect(faultOf(newPasswordField.safeParse("🍵🍵🍵🍵🍵🍵🍵"))).toBe("too_short:8:7");
    expect(newPasswordField.safeParse("𠮷".repeat(200)).success).toBe(true);
    expect(faultOf(newPasswordField.safeParse("𠮷".repeat(201)))).toBe("too_long:200:201");
  });
});

describe("requireStrongPassword", () => {
  it.each([
    "12345678",
    "Password123",
    "PASSWORD",
    "aaaaaaaaaaaa",
    "1212121212",
    "lin.tea",
    "Lin.Tea@example.com",
  ])("refuses %s", (password) => {
    expect(() => requireStrongPassword(password, "lin.tea@example.com", "newPassword")).toThrow(
      expect.objectContaining({
        reason: "weak_password",
        fields: { newPassword: { fault: "weak_password" } },
      }),
    );
  });

  it.each(["plum rain on roof", "梅雨落在鐵皮屋頂"])("takes %s", (password) => {
    requireStrongPassword(password, "lin@example.com", "password");
  });
});
