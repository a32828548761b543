import { describe, expect, it } from "vitest";
import { pickChanges } from "./pick-changes";

const stored = { name: "茶行", days: null, enabled: true, questions: ["一", "二"], note: "甲\n乙" };

describe("pickChanges", () => {
  it("gives what differs from what is stored", () => {
    expect(pickChanges(stored, { name: "茶行", days: 30, enabled: false, note: undefined })).toEqual({
      days: 30,
      enabled: false,
    });
  });

  it("writes a field that nobody else changed, whatever became of the others", () => {
    expect(pickChanges(stored, { name: "茶坊" }, { name: "茶行", note: "別的" })).toEqual({ name: "茶坊" });
    expect(pickChanges(stored, { days: 30 }, { days: "" })).toEqual({ days: 30 });
    expect(pickChanges(stored, { questions: ["三"] }, { questions: "一\r\n二" })).toEqual({
      questions: ["三"],
    });
  });

  it("names each field that both changed, with what is stored now, and lets none through", () => {
    const fields = { name: "茶坊", days: 30, enabled: false, questions: ["三"] };
    const base = { name: "茶店", days: "90", enabled: "true", questions: "一" };
    expect(() => pickChanges(stored, fields, base)).toThrowError(
      expect.objectContaining({
        code: "conflict",
        reason: "edited_elsewhere",
        theirs: { name: "茶行", days: "", questions: "一\n二" },
      }),
    );
  });

  it("sees no conflict where both wrote the same", () => {
    expect(pickChanges(stored, { name: "茶行", days: 30 }, { name: "茶店", days: "" })).toEqual({ days: 30 });
  });

  it("takes no field of Object for one of the base", () => {
    expect(pickChanges({ constructor: "a" }, { constructor: "b" }, {})).toEqual({ constructor: "b" });
  });
});
