import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { demoQuestions } from "@/prisma/demo/questions";
import { teaShop } from "@/prisma/demo/tea-shop";

// node scripts/run-ts.mjs bench/write-demo-task.ts DIR: the demo shop's documents and questions as a task for
// bench:retrieval.
const folder = process.argv[2];
if (!folder) throw new Error("usage: node scripts/run-ts.mjs bench/write-demo-task.ts DIR");

const idOf = new Map(teaShop.documents.map(({ title }, id) => [title, id]));
const passages = teaShop.documents.map(({ title, content }, id) => ({
  t: "p",
  id,
  title,
  text: content,
  bot: 0,
}));
const questions = demoQuestions.flatMap(({ question, title }, index) =>
  title === null
    ? []
    : [{ t: "q", id: `demo-${index}`, q: question, pid: idOf.get(title), answers: [], bot: 0 }],
);
mkdirSync(folder, { recursive: true });
writeFileSync(
  path.join(folder, "demo.jsonl"),
  [...passages, ...questions].map((row) => JSON.stringify(row)).join("\n"),
);
