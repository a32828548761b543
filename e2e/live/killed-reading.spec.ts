import { readFile } from "node:fs/promises";
import { pdfFile } from "@/test/files/pdf-file";
import { addFile } from "../support/add-file";
import { callAction } from "../support/call-action";
import { listDocuments } from "../support/list-documents";
import { createTeam, type Team } from "../support/team";
import { ask, expect, type Instance, test, visitorAddress } from "./fixtures";

test.setTimeout(600_000);

test("the instance that reads one of ten files is killed: in the end each answers or says why not, none twice", async ({
  cluster,
}) => {
  const instances = [await cluster.start(), await cluster.start()];
  const { proxy } = cluster;
  proxy.serve(instances.map(({ url }) => url));
  const team = await createTeam(proxy.url);
  const texts = Array.from({ length: 9 }, (_, at) => `說明${at + 1}號.txt`);
  for (const name of texts) {
    const content =
      `${name.replace(".txt", "")}：代號 ${codeOf(name)} 的門市分機是 ${codeOf(name)}。\n`.repeat(200);
    expect((await addFile(proxy.url, { bot: team.bot, by: team.owner, name, content })).status).toBe(201);
  }
  // Without what recognises scans there is a reason, and with it that nothing is on the page.
  const scan = new Uint8Array(pdfFile([[]], { isScan: true }));
  const sent = await addFile(proxy.url, {
    ...{ bot: team.bot, by: team.owner, name: "掃描.pdf" },
    content: new Blob([scan]),
  });
  expect(sent.status).toBe(201);

  const reading = await findReading(instances);
  const [others] = instances.filter((instance) => instance !== reading);
  await reading.process.stop("SIGKILL");
  proxy.serve([others?.url ?? ""]);
  // What it was at is taken over once its lease is over.
  const underWay = async () => /排隊中|讀取中|發布中/.test(await readList(proxy.url, team));
  await expect.poll(underWay, { timeout: 200_000, intervals: [500] }).toBe(false);
  const again = await cluster.start();
  proxy.serve([others?.url ?? "", again.url]);
  expect(count(await readList(proxy.url, team), "等你看過")).toBe(9);
  await publish(proxy.url, team);
  await expect.poll(underWay, { timeout: 200_000, intervals: [500] }).toBe(false);

  const list = await readList(proxy.url, team);
  const titles = (await listDocuments(proxy.url, { bot: team.bot, by: team.owner })).map(
    ({ title }) => title,
  );
  expect(titles.sort()).toEqual(texts.map((name) => name.replace(".txt", "")).sort());
  expect(count(list, "沒讀成")).toBe(1);
  for (const [at, name] of texts.entries()) {
    for (const { url } of [others, again].filter((instance) => instance !== undefined)) {
      const { reply } = await ask(url, {
        token: team.bot.token,
        chatId: `web_${String(at).padStart(8, "0")}`,
        question: `${name.replace(".txt", "")}的門市分機是多少？`,
        from: visitorAddress(at),
      });
      expect(reply, name).toContain(codeOf(name));
    }
  }
});

/** Four digits that no other of them has. */
function codeOf(name: string): string {
  return `87${name.codePointAt(2) ?? 0}`;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** The instance that has a process at work: files are read in one. */
async function findReading(instances: readonly Instance[]): Promise<Instance> {
  let found: Instance | undefined;
  const look = async () => {
    for (const instance of instances) {
      const { pid } = instance.process.child;
      const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
      if (children.trim() !== "") found = instance;
    }
    return found !== undefined;
  };
  await expect.poll(look, { timeout: 60_000, intervals: [20] }).toBe(true);
  if (!found) throw new Error("no instance reads");
  return found;
}

async function readList(baseUrl: string, { bot, owner }: Team): Promise<string> {
  const response = await fetch(`${baseUrl}/bots/${bot.id}/knowledge`, { headers: { cookie: owner.cookie } });
  return /<main[\s\S]*<\/main>/.exec(await response.text())?.[0] ?? "";
}

async function publish(baseUrl: string, { bot, owner }: Team): Promise<void> {
  const answer = await callAction(baseUrl, "publishSourcesAction", {
    form: { botId: bot.id },
    headers: { cookie: owner.cookie },
    ids: { botId: bot.id },
  });
  expect(answer.code).toBe("done");
}
