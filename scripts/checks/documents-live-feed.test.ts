import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { chatQueryNames, chatViews } from "@/lib/conversations/inbox/query/chat-query";
import { type ChatSummary, turnSchema } from "@/lib/conversations/turns/turn";

const text = readFileSync("docs/live-feed.md", "utf8");

/** The type check wants a new field here, and the test wants it in the document. */
const chatFields: Record<keyof ChatSummary, true> = {
  ...{
    id: true,
    botId: true,
    chatId: true,
    domain: true,
    startedAt: true,
    lastActivityAt: true,
    lastTurn: true,
  },
  ...{ lastAsked: true, visitorTurns: true, visitor: true, contact: true, desk: true, ratings: true },
  ...{ tags: true, isBlocked: true },
};
const deskFields: Record<keyof ChatSummary["desk"], true> = {
  ...{ state: true, at: true, assignee: true, givenBy: true, until: true },
};

it("docs/live-feed.md has every field of a turn, and no other", () => {
  expect(fieldsOf("A turn:").toSorted()).toEqual(Object.keys(turnSchema.shape).toSorted());
});

it("docs/live-feed.md has every field of a turn's sources, feedback, note and mail", () => {
  const { sources, feedback, note, mail } = turnSchema.shape;
  const parts = {
    sources: sources.element,
    feedback: feedback.unwrap(),
    note: note.unwrap(),
    mail: mail.unwrap(),
  };
  for (const [name, { shape }] of Object.entries(parts)) {
    const row = text.split("\n").find((line) => line.startsWith(`| \`${name}\``));
    const named = /`\[?\{([^}`]*)\}/
      .exec(row ?? "")?.[1]
      ?.split(", ")
      .map((field) => field.replace("?", ""));
    expect(named?.toSorted(), name).toEqual(Object.keys(shape).toSorted());
  }
});

it("docs/live-feed.md has every field of a chat and of its desk, and no other", () => {
  expect(fieldsOf("A chat:").toSorted()).toEqual(Object.keys(chatFields).toSorted());
  expect(text).toContain(`\`{${Object.keys(deskFields).join(", ")}}\``);
});

it("docs/live-feed.md has every name and view of a query", () => {
  const row = text.split("\n").find((line) => line.startsWith("| all three with"));
  expect(chatQueryNames.filter((name) => !row?.includes(`${name}=`))).toEqual([]);
  expect(chatViews.filter((view) => !row?.includes(`\`${view}\``))).toEqual([]);
});

/** The first column of the table below a line. */
function fieldsOf(line: string): string[] {
  const [, section = ""] = text.split(`\n${line}\n\n`);
  const [table = ""] = section.split("\n\n");
  return table
    .split("\n")
    .slice(2)
    .flatMap((row) => (row.split("|")[1] ?? "").match(/\w+/g) ?? []);
}
