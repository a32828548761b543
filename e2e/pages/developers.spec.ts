import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import { newClientAddress } from "../support/client-address";
import { expect, test } from "../support/fixtures";

const run = promisify(execFile);

const documentSchema = z.object({
  openapi: z.literal("3.1.0"),
  servers: z.tuple([z.object({ url: z.string() })]),
  paths: z.record(
    z.string(),
    z.record(z.string(), z.looseObject({ responses: z.record(z.string(), z.unknown()) })),
  ),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});
const contentSchema = z.object({
  content: z.object({
    "application/json": z.object({ schema: z.looseObject({ $ref: z.string().optional() }) }),
  }),
});

/** What a server's own document says of an answer: a check of the body of an endpoint's status. */
async function readDocument(baseUrl: string) {
  const response = await fetch(`${baseUrl}/api/openapi.json`);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  const document = documentSchema.parse(await response.json());
  expect(document.servers[0].url).toBe(baseUrl);
  const faultOf = (endpoint: string, method: string, status: number, body: unknown): string => {
    const said = document.paths[`/api/widget/${endpoint}`]?.[method]?.responses[status];
    const answer = contentSchema.parse(said).content["application/json"].schema;
    const { $ref } = answer;
    const schema = $ref ? document.components.schemas[$ref.replace("#/components/schemas/", "")] : answer;
    if (!schema) return `${$ref} is nowhere`;
    const { error } = z.fromJSONSchema(schema).safeParse(body);
    return error ? `${endpoint} ${status}: ${z.prettifyError(error)}\n${JSON.stringify(body)}` : "";
  };
  return { document, faultOf };
}

test("live answers of every status are what the OpenAPI document says", async ({ app }) => {
  const { document, faultOf } = await readDocument(app.baseUrl);
  const token = app.demo.bots[0].token;
  const seen = new Map<string, Set<number>>();
  const ask = async (endpoint: string, init: RequestInit & { query?: string; address?: string }) => {
    const { query = "", address = newClientAddress(), ...rest } = init;
    const response = await fetch(`${app.baseUrl}/api/widget/${endpoint}${query}`, {
      ...rest,
      headers: { "x-forwarded-for": address, ...rest.headers },
    });
    const body = await response.json();
    const [declared = "get"] = Object.keys(document.paths[`/api/widget/${endpoint}`] ?? {});
    expect(faultOf(endpoint, declared, response.status, body)).toBe("");
    seen.set(endpoint, (seen.get(endpoint) ?? new Set()).add(response.status));
    return { status: response.status, body };
  };
  const post = (body: unknown, address?: string) => ({
    method: "POST",
    body: JSON.stringify(body),
    ...(address && { address }),
  });

  await ask("config", { query: `?token=${token}` });
  await ask("config", { query: "?token=none" });
  await ask("config", { method: "DELETE" });
  const { body: answer } = await ask("message", post({ token, message: "可以退貨嗎？" }));
  await ask("message", post({ token, message: "推薦一家汽車保養廠" }));
  await ask("message", post({ token, message: "" }));
  await ask("message", post({ token: "none", message: "x" }));
  await ask("message", { method: "PUT" });
  await ask("ping", post({ token }));
  await ask("ping", post("x"));
  await ask("ping", post({}));
  await ask("ping", { method: "GET" });
  const feedback = { token, chat_id: answer.chat_id, message_id: answer.message_id, rating: "up" };
  await ask("feedback", post(feedback));
  await ask("feedback", post({ ...feedback, rating: "best" }));
  await ask("feedback", post({ ...feedback, chat_id: "web_00000000" }));
  await ask("feedback", { method: "GET" });
  const visitor = { headers: { "dawen-visitor": answer.visitor_key } };
  await ask("events", { query: `?token=${token}`, ...visitor });
  await ask("events", { query: `?token=${token}` });
  await ask("events", { method: "POST" });
  const contact = { token, chat_id: answer.chat_id, email: "ming@example.com" };
  await ask("contact", post({ ...contact, email: "ming" }));
  await ask("contact", post({ ...contact, token: "none" }));
  await ask("contact", { method: "GET" });
  const address = newClientAddress();
  for (let i = 0; i <= 10; i++) await ask("contact", post(contact, address));
  for (let i = 0; i <= 20; i++) await ask("message", post({ token, message: "運費多少？" }, address));
  for (let i = 0; i <= 30; i++) await ask("ping", post({ token }, address));
  for (let i = 0; i <= 30; i++) await ask("feedback", post(feedback, address));
  const found = Object.fromEntries([...seen].map(([name, statuses]) => [name, [...statuses].sort()]));
  expect(found).toEqual({
    config: [200, 404, 405],
    message: [200, 400, 404, 405, 429],
    ping: [200, 400, 404, 405, 429],
    feedback: [200, 400, 404, 405, 429],
    events: [200, 404, 405],
    contact: [200, 400, 404, 405, 429],
  });
});

test("every command of the reference, run as it is printed, gives what is printed below it", async ({
  app,
  page,
}) => {
  await page.goto("/en/developers");
  const blocks = await page.locator("figure").evaluateAll((figures) =>
    figures.map((figure) => ({
      label: figure.querySelector("figcaption")?.firstChild?.textContent?.trim() ?? "",
      code: figure.querySelector("code")?.textContent ?? "",
    })),
  );
  const commands = blocks.filter(({ code }) => code.includes("curl "));
  expect(commands.length).toBe(9);
  for (const { code } of commands) {
    expect(code).toContain(app.baseUrl);
    const { stdout } = await run("sh", ["-c", code]);
    const printed = blocks[blocks.findIndex((block) => block.code === code && block.label === "cURL") + 1];
    const live = JSON.parse(stdout);
    const shown = JSON.parse(printed?.code ?? "");
    expect(live.success, stdout).toBe(true);
    expect(Object.keys(live).sort(), code).toEqual(Object.keys(shown).sort());
    expect(Object.keys(live.config ?? {}).sort()).toEqual(Object.keys(shown.config ?? {}).sort());
    if (shown.sources) expect(live.sources.length).toBeGreaterThan(0);
  }
});

test("signed in, the commands hold the reader's own bot, and nobody else's page does", async ({
  app,
  team,
  pageOf,
  page,
}) => {
  await page.goto("/developers");
  await expect(page.locator("code").first()).toContainText(app.demo.bots[0].token);
  await expect(page.locator("code").first()).not.toContainText(team.bot.token);
  const own = await pageOf(team.owner);
  await own.goto("/developers");
  await expect(own.getByText(`已經填好「${team.bot.name}」的識別碼`)).toBeVisible();
  const codes = (await own.locator("code").allTextContents()).join("\n");
  expect(codes).toContain(team.bot.token);
  expect(codes).not.toContain(app.demo.bots[0].token);
  // What stands there as code of ours is what the widget's types say.
  const types = await (await fetch(`${app.baseUrl}/widget.d.ts`)).text();
  await expect(own.locator("figure", { hasText: "widget.d.ts" }).locator("code")).toHaveText(types.trim());
});
