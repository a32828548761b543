import { describe, expect, it } from "vitest";
import { countedFault, readFault } from "@/lib/field-faults";
import { errorMessage } from "./error-message";
import { fieldMessages } from "./field-messages";
import { getCatalog } from "./get-catalog";
import { findLocale, locales } from "./locale";

const catalogs = locales.map((locale) => ({ locale, words: flatten(getCatalog(locale)) }));

describe("catalogs", () => {
  it("hold the same keys, lists of the same length and functions of the same parameters", () => {
    const [first, ...others] = catalogs.map(({ words }) =>
      [...words].map(([key, word]) => (typeof word === "function" ? `${key}(${word.length})` : key)).sort(),
    );
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(catalogs)("$locale leaves no word empty and fills every parameter in", ({ words }) => {
    for (const [key, word] of words) {
      const said = typeof word === "function" ? word(7, 9) : word;
      expect(said, key).toEqual(expect.stringMatching(/\S/));
      expect(said, key).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it("zh-TW uses Taiwanese words and full-width punctuation", () => {
    const mainland = /您|默認|信息|網絡|視頻|軟件|數據庫|登錄|賬號|用戶|設置|創建|支持|鏈接|服務器|程序/;
    for (const [key, word] of flatten(getCatalog("zh-TW"))) {
      if (typeof word !== "string") continue;
      expect(word, key).not.toMatch(mainland);
      expect(word, key).not.toMatch(/\p{Script=Han}[,?!:;]|[,?!:;]\p{Script=Han}/u);
    }
  });
});

describe("findLocale", () => {
  it.each([
    ["en", "en"],
    ["zh-TW", "zh-TW"],
    ["zh-CN", null],
    ["", null],
    [undefined, null],
    [["en"], null],
  ])("%o → %s", (value, locale) => {
    expect(findLocale(value)).toBe(locale);
  });
});

describe("errorMessage", () => {
  it.each(locales)("ends every sentence for a code in %s", (locale) => {
    for (const sentence of Object.values(getCatalog(locale).errors.byCode))
      expect(sentence).toMatch(/[。.]$/);
  });

  it("prefers the reason, then the time to wait, then the code", () => {
    expect(errorMessage(getCatalog("en"), { code: "conflict", reason: "last_owner" })).toContain(
      "at least one owner",
    );
    expect(errorMessage(getCatalog("en"), { code: "rate_limited", retryAfter: 90 })).toContain("2 min");
    expect(errorMessage(getCatalog("zh-TW"), { code: "rate_limited", retryAfter: 20 })).toContain("20 秒");
    expect(errorMessage(getCatalog("en"), { code: "conflict", reason: "message_empty" })).toBe(
      getCatalog("en").errors.byCode.conflict,
    );
  });
});

describe("fieldMessages", () => {
  it("says each fault in words, a message of zod's own in general", () => {
    const fields = { email: readFault("invalid_email"), name: readFault("Invalid input: expected string") };
    expect(fieldMessages(getCatalog("en"), fields)).toEqual({
      email: getCatalog("en").errors.byField.invalid_email,
      name: getCatalog("en").errors.byField.invalid,
    });
  });

  it("says the limit and the present length", () => {
    expect(
      fieldMessages(getCatalog("zh-TW"), { name: readFault(countedFault("too_long", 80, 95)) }).name,
    ).toBe("最多 80 個字，現在 95 個。");
    expect(fieldMessages(getCatalog("en"), { content: readFault("too_long:200000:200001") }).content).toBe(
      "At most 200,000 characters, now 200,001.",
    );
  });
});

type Word = string | ((...values: number[]) => string);

function flatten(node: unknown, path = "", words = new Map<string, Word>()): Map<string, Word> {
  if (typeof node === "string") words.set(path, node);
  else if (typeof node === "function") {
    words.set(
      path,
      Object.defineProperty((...values: number[]) => said(node, values), "length", { value: node.length }),
    );
  } else if (node && typeof node === "object") {
    for (const [key, child] of Object.entries(node)) flatten(child, path ? `${path}.${key}` : key, words);
  }
  return words;
}

/** A word made with each number, and with each as a text where the word wants texts. */
function said(word: CallableFunction, values: number[]): string {
  return String(Reflect.apply(word, undefined, values.map(String)));
}
