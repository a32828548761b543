// Measures what becomes of what models say: the replies of test/model-replies.ts, right, false and on what is absent,
// said by a server that speaks the protocol and checked by the product's own answer path. npm run bench:checker [--
// --list]
import { parseArgs } from "node:util";
import { createModelClient } from "@/lib/model/client";
import { openShop } from "@/test/fixtures/open-shop";
import { type Judged, judgeReplies } from "@/test/judge-replies";
import { studioDocuments } from "@/test/model-replies";
import { startOpenAiServer } from "@/test/servers/openai-server";
import { openMemoryStores } from "./support/memory-stores";

const { values } = parseArgs({ options: { list: { type: "boolean", default: false } } });
const [stores, server] = await Promise.all([openMemoryStores(), startOpenAiServer()]);
const { db } = stores.ctx;
const bot = await openShop(db, studioDocuments);
const model = createModelClient({
  OPENAI_API_KEY: "test-key",
  OPENAI_BASE_URL: server.baseUrl,
  OPENAI_MODEL: undefined,
});
const judged = await judgeReplies({ db, bot, server, model });
const { right, falses, absents, kept, lost, passed, answered, takenBack } = judged;
const share = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
console.log(`right ones kept or replaced by true ones: ${share(right - lost.length, right)}`);
console.log(`  in the model's own words: ${share(kept, right)}`);
console.log(`false ones that pass: ${share(passed.length, falses)}`);
console.log(`absent ones answered as sure: ${share(answered.length, absents)}`);
console.log(`streamed and taken back: ${takenBack.length}`);
const list = (name: string, all: readonly Judged[]) => {
  for (const { kind, question, reply, said } of all)
    console.log(`\n${name} · ${kind} · ${question}\n  model: ${reply}\n  said: ${said}`);
};
if (values.list) {
  list("lost", lost);
  list("passed", passed);
  list("answered", answered);
  list("taken back", takenBack);
}
await Promise.all([stores.close(), server.close()]);
