import type { Answered, Call, Handler } from "@/lib/http/v1/call";
import { readIdCursor } from "@/lib/http/v1/read-cursor";
import { writePair } from "@/lib/knowledge/documents/add-pair";
import { documentLimits } from "@/lib/knowledge/documents/document-limits";
import { deleteExternal } from "@/lib/knowledge/external/delete-external";
import type { ExternalKind } from "@/lib/knowledge/external/external-document";
import { type ExternalItem, listExternal, requireExternal } from "@/lib/knowledge/external/list-external";
import { hashSent, putExternal } from "@/lib/knowledge/external/put-external";
import { readPair } from "@/lib/knowledge/external/read-pair";

export const listDocumentsHandler: Handler<"list_documents"> = (call) => list(call, "document");
export const listPairsHandler: Handler<"list_pairs"> = (call) => list(call, "pair");

export const getDocumentHandler: Handler<"get_document"> = async (call) => {
  const found = await requireExternal(call.ctx, placeOf(call, "document"));
  return { status: 200, body: { ...toItem(found), content: found.content } };
};

export const getPairHandler: Handler<"get_pair"> = async (call) => {
  const found = await requireExternal(call.ctx, placeOf(call, "pair"));
  return { status: 200, body: { ...toItem(found), ...readPair(found) } };
};

export const putDocumentHandler: Handler<"put_document"> = (call) =>
  put(call, "document", { ...call.body, hash: hashSent(textOf(call.sent.title), textOf(call.sent.content)) });

export const putPairHandler: Handler<"put_pair"> = (call) =>
  put(call, "pair", {
    title: [...call.body.question].slice(0, documentLimits.title).join(""),
    content: writePair(call.body),
    hash: hashSent(textOf(call.sent.question), textOf(call.sent.answer)),
  });

export const deleteDocumentHandler: Handler<"delete_document"> = (call) => remove(call, "document");
export const deletePairHandler: Handler<"delete_pair"> = (call) => remove(call, "pair");

type Listing = Pick<Call<"list_documents">, "ctx" | "params" | "query">;
type Placed = Pick<Call, "ctx" | "params">;

async function list({ ctx, params, query }: Listing, kind: ExternalKind): Promise<Answered> {
  const { limit } = query;
  const place = { botId: params.bot_id, kind, after: readIdCursor(query.cursor) };
  const items = await listExternal(ctx, { ...place, limit: limit + 1 });
  const shown = items.slice(0, limit);
  const next_cursor = items.length > limit ? (shown.at(-1)?.id ?? null) : null;
  return { status: 200, body: { data: shown.map(toItem), next_cursor } };
}

async function put(
  call: Placed,
  kind: ExternalKind,
  text: { title: string; content: string; hash: string },
): Promise<Answered> {
  const place = placeOf(call, kind);
  const result = await putExternal(call.ctx, { ...place, ...text });
  const found = await requireExternal(call.ctx, place);
  return { status: result === "created" ? 201 : 200, body: { result, ...toItem(found) } };
}

async function remove(call: Placed, kind: ExternalKind): Promise<Answered> {
  await deleteExternal(call.ctx, placeOf(call, kind));
  return { status: 204 };
}

function placeOf({ params }: Placed, kind: ExternalKind) {
  return { botId: params.bot_id, kind, externalId: params.external_id };
}

function textOf(sent: unknown): string {
  return typeof sent === "string" ? sent : "";
}

function toItem(found: ExternalItem) {
  return {
    external_id: found.externalId,
    title: found.title,
    state: found.isOff ? "off" : "answering",
    version: found.version,
    hash: found.hash,
    created_at: found.createdAt.toISOString(),
    updated_at: found.updatedAt.toISOString(),
  };
}
