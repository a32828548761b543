import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import type { ActorCtx } from "@/lib/identity/actor";
import { bindJob } from "@/lib/jobs/bind-job";
import { enqueue } from "@/lib/jobs/enqueue";
import { type JobRunner, startJobs } from "@/lib/jobs/run/start-jobs";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { createEmbeddingClient } from "@/lib/model/embedding-client";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb, type TestDb } from "@/test/fixtures/test-db";
import { type OpenAiServer, startOpenAiServer } from "@/test/servers/openai-server";
import { embedBot, embedBotJob } from "./embed-bot-job";
import { findUnembedded, findUnembeddedJob } from "./find-unembedded-job";

let test: TestDb;
let server: OpenAiServer;
let owner: ActorCtx;
let botId: string;
let runner: JobRunner;

beforeAll(async () => {
  [test, server] = await Promise.all([createTestDb(), startOpenAiServer()]);
});
afterAll(() => Promise.all([test.close(), server.close()]));
beforeEach(async () => {
  server.reset();
  await test.db.job.deleteMany();
  await test.db.$executeRaw`DELETE FROM job_queue.job`;
  await test.db.document.deleteMany();
  owner = { ...createTestContext({ db: test.db }), actor: await createTestActor(test.db) };
  ({ id: botId } = await createBot(owner, { name: "茶行" }));
  await createDocument(owner, { botId, title: "運費", content: "運費 100 元。" });
});
afterEach(() => runner.stop(1_000));

const client = () =>
  createEmbeddingClient({ OPENAI_API_KEY: "test-key", OPENAI_BASE_URL: server.baseUrl, model: "small" });
function run(by: typeof client | (() => null) = client): void {
  const retry = { ...embedBotJob.retry, firstDelaySeconds: 1, longestDelaySeconds: 1 };
  const jobs = [
    bindJob({ ...embedBotJob, retry }, embedBot),
    bindJob({ ...findUnembeddedJob, schedule: { everySeconds: 60, firstAfterSeconds: 0 } }, findUnembedded),
  ];
  runner = startJobs({ ...owner, embedder: by() }, test.queue, jobs, { pollSeconds: 0.5, lookMs: 100 });
}
const job = () => test.db.job.findFirst({ where: { name: embedBotJob.name } });
const embedded = () => test.db.documentVersion.count({ where: { vectorModel: "small" } });
const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000 });

describe("embedding as jobs", () => {
  it("finds the bots that owe vectors, as their teams' jobs", async () => {
    run();
    await until(async () => expect(await job()).toMatchObject({ state: "done", key: botId }));
    expect(await embedded()).toBe(1);
    expect(await job()).toMatchObject({
      teamId: owner.actor.teamId,
      fault: null,
      progressDone: 1,
      progressTotal: 1,
    });
  });

  it("says why the endpoint fails, and goes on by itself when it is back", async () => {
    server.embed({ status: 401 });
    run();
    await until(async () =>
      expect(await job()).toMatchObject({ state: "waiting", fault: "model_key_refused" }),
    );
    server.reset();
    await until(async () => expect(await job()).toMatchObject({ state: "done", fault: null }));
    expect(await embedded()).toBe(1);
  });

  it("asks for each text once, though it is asked for again and again", async () => {
    const ask = () => enqueue(test.db, embedBotJob, { botId }, { teamId: owner.actor.teamId, key: botId });
    await Promise.all([ask(), ask(), ask()]);
    run();
    await until(async () => expect(await job()).toMatchObject({ state: "done" }));
    expect(server.embeddings).toHaveLength(1);
    expect(await test.db.job.count({ where: { name: embedBotJob.name } })).toBe(1);
  });

  it("has nothing to do where no model is configured", async () => {
    await enqueue(test.db, embedBotJob, { botId }, { teamId: owner.actor.teamId, key: botId });
    run(() => null);
    await until(async () => expect(await job()).toMatchObject({ state: "done" }));
    expect(server.embeddings).toEqual([]);
  });
});
