import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { recordBotTurn } from "@/lib/conversations/turns/record-bot-turn";
import { recordVisitorTurn } from "@/lib/conversations/turns/record-visitor-turn";
import { apiCurlsOf } from "@/lib/http/open-api/api-curls";
import { type V1Endpoint, v1Endpoints } from "@/lib/http/v1/endpoints";
import { type ApiServer, startApiServer } from "@/test/fixtures/api-server";

const run = promisify(execFile);

let api: ApiServer;
beforeAll(async () => {
  api = await startApiServer();
});
afterAll(() => api.close());

it("every command of the reference, run as it is printed, gives the status and shape printed below it", async () => {
  const { bot, key } = await api.newTeam();
  const { id, teamId } = bot;
  const { turn } = await recordVisitorTurn(api.ctx, {
    ...{ bot: { id, teamId }, chatId: "web_00000001", text: "可以退貨嗎？" },
    ...{ domain: "shop.example.com", pageUrl: null, locale: null },
  });
  await recordBotTurn(api.ctx, {
    ...{ teamId, botName: "小茶", replyTo: turn, bubbles: ["可以。"], sources: [], answered: true },
    ...{ confidence: 0.4, answeredBy: "documents", durationMs: 1 },
  });
  for (const { endpoint: name, command, status, answer } of apiCurlsOf(api.address, id)) {
    // The last line's curl says the status too, after all else.
    const told = command.replace(/curl (?!-s)(?=[^\n]*(?:\n {2}[^\n]*)*$)/, "curl -s -w '\\n%{http_code}' ");
    const { stdout } = await run("sh", ["-c", told], { env: { ...process.env, DAWEN_KEY: key } });
    const end = stdout.lastIndexOf("\n");
    expect([name, Number(stdout.slice(end + 1))], stdout).toEqual([name, status]);
    const body = stdout.slice(0, end);
    const { answers }: V1Endpoint = v1Endpoints[name];
    const schema = answers[status];
    if (!schema) {
      expect(body.length > 0, name).toBe(answer !== null);
      continue;
    }
    const live = JSON.parse(body);
    expect(schema.safeParse(live).error, body).toBeUndefined();
    expect(Object.keys(live).sort(), name).toEqual(Object.keys(answer ?? {}).sort());
  }
});
