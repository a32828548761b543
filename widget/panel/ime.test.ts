import { describe, expect, test } from "vitest";
import { createIme, type EnterEvent } from "./ime";

const enter = (event: Partial<EnterEvent> = {}): EnterEvent => ({
  key: "Enter",
  keyCode: 13,
  isComposing: false,
  shiftKey: false,
  repeat: false,
  ...event,
});

describe("what an Enter means", () => {
  test("Chromium: the committing Enter comes before compositionend", () => {
    const ime = createIme();
    ime.start();
    expect(ime.onKey(enter({ key: "Process", keyCode: 229, isComposing: true }))).toBe("pass");
    expect(ime.onKey(enter({ keyCode: 229, isComposing: true }))).toBe("pass");
    ime.end();
    expect(ime.onKey(enter())).toBe("send");
  });

  test("Safari: the committing Enter comes after compositionend, with keyCode 229", () => {
    const ime = createIme();
    ime.start();
    ime.end();
    expect(ime.onKey(enter({ keyCode: 229 }))).toBe("pass");
    expect(ime.onKey(enter())).toBe("send");
  });

  test("Firefox: keys during a composition carry isComposing and their own keyCode on some systems", () => {
    const ime = createIme();
    ime.start();
    expect(ime.onKey(enter({ isComposing: true }))).toBe("swallow");
    ime.end();
    expect(ime.onKey(enter())).toBe("send");
  });

  test("a browser that forgets isComposing", () => {
    const ime = createIme();
    ime.start();
    expect(ime.isComposing()).toBe(true);
    expect(ime.onKey(enter())).toBe("swallow");
    ime.end();
    expect(ime.isComposing()).toBe(false);
    expect(ime.onKey(enter())).toBe("send");
  });

  test("a candidate taken with space or the mouse does not hold up the Enter after it", () => {
    const ime = createIme();
    ime.start();
    expect(ime.onKey(enter({ key: " ", keyCode: 229, isComposing: true }))).toBe("pass");
    ime.end();
    expect(ime.onKey(enter())).toBe("send");
  });

  test("Shift+Enter is a new line; a held Enter neither sends nor breaks the line", () => {
    const ime = createIme();
    expect(ime.onKey(enter({ shiftKey: true }))).toBe("pass");
    expect(ime.onKey(enter({ repeat: true }))).toBe("swallow");
    expect(ime.onKey(enter({ key: "a", keyCode: 65 }))).toBe("pass");
  });
});
