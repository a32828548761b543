import path from "node:path";
import { getReadingWords } from "@/lib/i18n/words/reading-words";
import { readFileApart } from "@/lib/reading/read-file-apart";
import type { Reading } from "@/lib/reading/reading";
import { buildProgram } from "@/scripts/build/build-server.mjs";

const usage = `Prints what files read as, as a bot's knowledge would hold it:

  npm run knowledge:read -- FILE… [--json]
`;

const args = process.argv.slice(2);
const isJson = args.includes("--json");
const files = args.filter((arg) => arg !== "--json");
if (files.length === 0 || files.some((file) => file.startsWith("-"))) {
  console.error(usage);
  process.exit(1);
}

const root = process.cwd();
await buildProgram("reader", { root });
const results: Record<string, unknown>[] = [];
for (const file of files) {
  const result = toResult(file, await read(file));
  if (isJson) results.push(result);
  else console.log(toText(result));
  if (!result.ok) process.exitCode = 1;
}
if (isJson) console.log(JSON.stringify(results, null, 2));

/** npm runs scripts in the project's folder; paths are meant from where it was called. */
function read(file: string): Promise<Reading> {
  return readFileApart(path.resolve(process.env.INIT_CWD ?? root, file), {
    reader: path.join(root, "dist/reader.mjs"),
  });
}

function toResult(file: string, { type, title, parts, notes, fault, ms, peakMiB }: Reading) {
  const named = fault && { fault, advice: adviceOf(fault) };
  const told = notes.length > 0 && {
    notes: notes.map((note) => ({ ...note, advice: adviceOf(note.fault) })),
  };
  return { file, type, ok: !fault, title, parts, ...named, ...told, ms, peakMiB };
}

function adviceOf(fault: NonNullable<Reading["fault"]>): string {
  const [zh, en] = [getReadingWords("zh-TW", fault), getReadingWords("en", fault)];
  return `${zh.what}${zh.advice} ${en.what} ${en.advice}`;
}

function toText({
  file,
  type,
  title,
  parts,
  fault,
  advice,
  notes,
  ms,
  peakMiB,
}: ReturnType<typeof toResult>) {
  const lines = [`== ${file} (${type}, ${ms} ms, ${peakMiB} MiB): ${title}`];
  if (fault) lines.push(`!! ${fault}: ${advice}`);
  for (const { page, sheet, entry, text } of parts)
    lines.push(`-- ${[entry, sheet, page && `p. ${page}`].filter(Boolean).join(" · ")}`, text);
  for (const note of notes || [])
    lines.push(
      `!! ${[note.entry, note.sheet, note.page && `p. ${note.page}`].filter(Boolean).join(" · ")} ${note.fault}: ${note.advice}`,
    );
  return `${lines.join("\n")}\n`;
}
