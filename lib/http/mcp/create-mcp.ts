import { z } from "zod";
import { getBaseUrl } from "@/lib/base-url";
import type { Ctx } from "@/lib/context";
import { AppError, isAppError } from "@/lib/errors";
import { createKeyGate, type Let } from "@/lib/http/v1/key-gate";
import { problemOf } from "@/lib/http/v1/problem";
import { readApiBody } from "@/lib/http/v1/read-api-body";
import type { WidgetRequest } from "@/lib/http/widget/widget-request";
import type { WidgetHandler } from "@/lib/http/widget/widget-route";
import { negotiateLocale } from "@/lib/i18n/negotiate-locale";
import { can } from "@/lib/identity/permissions";
import { toFailure } from "@/lib/to-failure";
import { type Tool, tools } from "./tools";

/** The revisions that begin with a handshake, and the one in which each request says its own. */
const withHandshake = ["2025-11-25", "2025-06-18", "2025-03-26"] as const;
const stateless = "2026-07-28";
const versions: readonly string[] = [stateless, ...withHandshake];

const metaVersion = "io.modelcontextprotocol/protocolVersion";

/** JSON-RPC's own codes, and the protocol's. */
const codes = {
  parse: -32700,
  request: -32600,
  method: -32601,
  params: -32602,
  header: -32020,
  version: -32022,
};

const message = z.looseObject({
  jsonrpc: z.literal("2.0"),
  method: z.string().min(1).max(200),
  id: z.union([z.string().max(200), z.number()]).optional(),
  params: z.record(z.string(), z.unknown()).default({}),
});
type Message = z.output<typeof message>;

/** An error of the protocol, with the HTTP status it travels as. */
type Fault = { status: number; code: number; message: string; data?: object };

const server = { name: "dawen", title: "Dawen 答問", version: "1" };
const instructions =
  "Read-only: the documents, chats and unanswered questions of one Dawen team. Nothing can be changed here.";

/**
 * `POST /api/mcp`: the Model Context Protocol over its streamable HTTP transport, without sessions: each request stands
 * alone, and is answered with JSON. Keys, limits and refusals before the protocol are those of `/api/v1`.
 */
export function createMcp(ctx: Ctx, gate = createKeyGate(ctx)): WidgetHandler {
  return async (request) => {
    const headers = new Headers({
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    });
    let entered: Let | undefined;
    try {
      if (request.method !== "POST") {
        headers.set("Allow", "POST");
        throw new AppError("method_not_allowed", "this endpoint has no stream");
      }
      // A page of another site could reach a server that its reader's browser alone reaches.
      const origin = request.headers.get("origin");
      if (origin !== null && origin !== new URL(getBaseUrl()).origin)
        throw new AppError("forbidden", "another origin's page");
      entered = await gate.enter(request);
      const answered = await answer(entered, request);
      if (answered === null) return new Response(null, { status: 202, headers });
      headers.set("Content-Type", "application/json; charset=utf-8");
      return new Response(JSON.stringify(answered.body), { status: answered.status, headers });
    } catch (error) {
      const failure = toFailure(error, "an MCP request failed");
      if (failure.status === 401) headers.set("WWW-Authenticate", 'Bearer realm="dawen"');
      if (failure.code === "rate_limited") headers.set("Retry-After", String(failure.retryAfter ?? 60));
      headers.set("Content-Type", "application/problem+json; charset=utf-8");
      const locale = negotiateLocale(request.headers.get("accept-language"));
      return new Response(JSON.stringify(problemOf(failure, locale)), { status: failure.status, headers });
    } finally {
      if (entered) gate.leave(entered.ctx.actor.keyId);
    }
  };
}

/** Null for a notification, which gets no answer. */
async function answer(
  entered: Let,
  request: WidgetRequest,
): Promise<{ status: number; body: object } | null> {
  let sent: Record<string, unknown>;
  try {
    sent = await readApiBody(request);
  } catch (error) {
    if (!isAppError(error) || error.code !== "bad_request") throw error;
    return faultOf(null, { status: 400, code: codes.parse, message: "The body must be one JSON object." });
  }
  const parsed = message.safeParse(sent);
  if (!parsed.success)
    return faultOf(null, { status: 400, code: codes.request, message: "This is no JSON-RPC 2.0 request." });
  const asked = parsed.data;
  const id = asked.id ?? null;
  const fault = checkVersion(asked, request);
  if (fault) return faultOf(id, fault);
  if (asked.id === undefined) return null;
  const outcome = await run(entered, asked);
  return "code" in outcome
    ? faultOf(id, outcome)
    : { status: 200, body: { jsonrpc: "2.0", id, result: outcome.result } };
}

/** What each request says of its revision, in its headers and in itself, must be one that is known here. */
function checkVersion({ method, params }: Message, { headers }: WidgetRequest): Fault | null {
  const said = headers.get("mcp-protocol-version");
  const meta = z.looseObject({ [metaVersion]: z.string() }).safeParse(params._meta);
  const inside = meta.success ? String(meta.data[metaVersion]) : null;
  const requested = [inside, said].find((version) => version !== null && !versions.includes(version));
  if (requested)
    return {
      ...{
        status: 400,
        code: codes.version,
        message: `The revision ${requested.slice(0, 40)} isn't spoken here.`,
      },
      data: { supported: versions, requested: requested.slice(0, 40) },
    };
  if (said !== stateless && inside !== stateless) return null;
  const mismatch = (name: string): Fault => ({
    ...{ status: 400, code: codes.header, message: `The header ${name} must say what the request says.` },
  });
  if (said !== inside) return mismatch("MCP-Protocol-Version");
  if (headers.get("mcp-method") !== method) return mismatch("Mcp-Method");
  if (method === "tools/call" && headers.get("mcp-name") !== params.name) return mismatch("Mcp-Name");
  return null;
}

async function run({ ctx }: Let, { method, params }: Message): Promise<{ result: object } | Fault> {
  const isStateless = isRecord(params._meta) && params._meta[metaVersion] === stateless;
  const own = tools.filter(({ permission }) => can(ctx.actor, permission));
  const complete = isStateless ? { resultType: "complete" } : {};
  // What a key may do changes when an owner says so.
  const kept = isStateless ? { ttlMs: 60_000, cacheScope: "private" } : {};
  switch (method) {
    case "initialize":
      return {
        result: {
          protocolVersion:
            withHandshake.find((known) => known === params.protocolVersion) ?? withHandshake[0],
          ...{ capabilities: { tools: {} }, serverInfo: server, instructions },
        },
      };
    case "server/discover":
      return {
        result: {
          ...{ ...complete, ...kept, supportedVersions: versions, capabilities: { tools: {} }, instructions },
          _meta: { "io.modelcontextprotocol/serverInfo": server },
        },
      };
    case "ping":
      return { result: complete };
    case "tools/list":
      return { result: { ...complete, ...kept, tools: own.map(describe) } };
    case "tools/call": {
      const tool = own.find(({ name }) => name === params.name);
      if (!tool) return { status: 200, code: codes.params, message: "This key has no such tool." };
      return { result: { ...complete, ...(await call(ctx, tool, params.arguments ?? {})) } };
    }
    default:
      return { status: 200, code: codes.method, message: "There is no such method here." };
  }
}

/** What a tool refuses is a result too, so that the assistant can ask better. */
async function call(ctx: Let["ctx"], tool: Tool, given: unknown): Promise<object> {
  const input = tool.input.safeParse(given);
  if (!input.success) return refused(z.prettifyError(input.error).slice(0, 1_000));
  try {
    const found = await tool.run(ctx, given);
    return { content: [{ type: "text", text: JSON.stringify(found) }], structuredContent: found };
  } catch (error) {
    const failure = toFailure(error, "an MCP tool failed");
    const { title, detail, errors = [] } = problemOf(failure, "en");
    return refused([title, detail, ...errors.map((one) => `${one.field}: ${one.detail}`)].join(" "));
  }
}

function refused(text: string): object {
  return { content: [{ type: "text", text }], isError: true };
}

function describe({ name, title, description, input }: Tool): object {
  const { $schema: _, ...inputSchema } = z.toJSONSchema(input, { io: "input" });
  const annotations = { title, readOnlyHint: true, destructiveHint: false, openWorldHint: false };
  return { name, title, description, inputSchema, annotations };
}

function faultOf(id: string | number | null, { status, ...error }: Fault): { status: number; body: object } {
  return { status, body: { jsonrpc: "2.0", id, error } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
