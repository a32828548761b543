import type { z } from "zod";
import type { WidgetRequest } from "@/lib/http/widget/widget-request";
import type { Locale } from "@/lib/i18n/locale";
import type { ActorCtx, ApiKey } from "@/lib/identity/actor";
import type { V1Name, v1Endpoints } from "./endpoints";

type Endpoints = typeof v1Endpoints;
type QueryOf<N extends V1Name> = Endpoints[N] extends { query: infer Q extends z.ZodType }
  ? z.output<Q>
  : Record<string, never>;
type BodyOf<N extends V1Name> = Endpoints[N] extends { body: infer B extends z.ZodType } ? z.output<B> : null;

/** A program's request, read and allowed. */
export type Call<N extends V1Name = V1Name> = {
  ctx: ActorCtx<ApiKey>;
  /** What is in the address; those that it hasn't are empty. */
  params: { bot_id: string; external_id: string; conversation_id: string };
  query: QueryOf<N>;
  body: BodyOf<N>;
  /** The body as it was sent. */
  sent: Record<string, unknown>;
  request: WidgetRequest;
  locale: Locale;
};

/** JSON with its status, no body with a 204, or a whole response. */
export type Answered = { status: 200 | 201; body: object } | { status: 204 } | Response;

export type Handler<N extends V1Name> = (call: Call<N>) => Promise<Answered>;
