import { describe, expect, it } from "vitest";
import { otherTeamBot } from "./other-team";
import { pausedBot } from "./paused";
import { demoQuestions } from "./questions";
import { teaShop } from "./tea-shop";

const bots = [teaShop, otherTeamBot, pausedBot];
const documents = bots.flatMap((bot) => bot.documents);
const shopTitles = teaShop.documents.map((document) => document.title);

const halfWidth = /\p{Script=Han}[,?!:;()]|[,?!:;()]\p{Script=Han}/u;

describe("demo content", () => {
  it("asks of every document of the shop, and only of those", () => {
    const asked = demoQuestions.flatMap(({ title }) => title ?? []);
    expect([...new Set(asked)].sort()).toEqual([...shopTitles].sort());
    expect(asked.length).toBeGreaterThanOrEqual(60);
    expect(demoQuestions.length - asked.length).toBeGreaterThanOrEqual(15);
  });

  it("never repeats a question or a title", () => {
    const questions = demoQuestions.map(({ question }) => question);
    expect(new Set(questions).size).toBe(questions.length);
    expect(new Set(documents.map(({ title }) => title)).size).toBe(documents.length);
  });

  it("asks within what the contract lets a visitor send, with full-width punctuation", () => {
    for (const { question } of demoQuestions) {
      expect([...question].length).toBeLessThanOrEqual(300);
      expect(question).not.toMatch(halfWidth);
    }
  });

  it.each(documents)("writes $title at a length people read, with full-width punctuation", ({ content }) => {
    expect([...content].length).toBeLessThanOrEqual(1200);
    expect([...content].length).toBeGreaterThanOrEqual(200);
    expect(content).not.toMatch(halfWidth);
  });

  it("switches off exactly the seasonal bot", () => {
    expect(bots.filter((bot) => !bot.enabled)).toEqual([pausedBot]);
  });
});
