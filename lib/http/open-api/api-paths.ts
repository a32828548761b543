import type { z } from "zod";
import {
  failuresOf,
  pathParameters,
  scopesOf,
  type V1Endpoint,
  type V1Name,
  v1Endpoints,
  v1Names,
} from "@/lib/http/v1/endpoints";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { apiErrorWords } from "@/lib/i18n/words/api-errors";
import { findWords } from "@/lib/i18n/words/find-words";

type Json = Record<string, unknown>;

/** The endpoints of programs with a key, as the paths of an OpenAPI document. */
export function apiPaths(toJson: (schema: z.ZodType) => Json): Record<string, Json> {
  const paths: Record<string, Json> = {};
  for (const name of v1Names) {
    const { path, method }: V1Endpoint = v1Endpoints[name];
    const at = `/api/v1${path}`;
    paths[at] = { ...paths[at], [method.toLowerCase()]: operationOf(name, toJson) };
  }
  return paths;
}

function operationOf(name: V1Name, toJson: (schema: z.ZodType) => Json): Json {
  const endpoint: V1Endpoint = v1Endpoints[name];
  const words = getCatalog("en").apiReference;
  const { title, description } = words.endpoints[name];
  const meaning = (field: string) => findWords(words.fields, field);
  const inPath = Object.entries<z.ZodType>(pathParameters).filter(([field]) =>
    endpoint.path.includes(`{${field}}`),
  );
  const inQuery = Object.entries<z.ZodType>(endpoint.query?.shape ?? {});
  const scopes = scopesOf(endpoint);
  return {
    operationId: name,
    summary: title,
    description: `${description} ${words.permission}: ${scopes.join(", ")}.`,
    tags: ["API"],
    security: [{ key: scopes.slice(0, 1) }],
    parameters: [
      ...inPath.map(([field, schema]) => ({
        ...{ name: field, in: "path", required: true, description: meaning(field), schema: toJson(schema) },
      })),
      ...inQuery.map(([field, schema]) => ({
        ...{ name: field, in: "query", required: false, description: meaning(field), schema: toJson(schema) },
      })),
    ],
    ...(endpoint.body && {
      requestBody: { required: true, content: { "application/json": { schema: toJson(endpoint.body) } } },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(endpoint.answers).map(([status, schema]) => [
          status,
          answerOf(name, schema ?? null, toJson),
        ]),
      ),
      ...Object.fromEntries(failuresOf(endpoint).map((status) => [status, failureOf(status)])),
    },
  };
}

function answerOf(name: V1Name, schema: z.ZodType | null, toJson: (schema: z.ZodType) => Json): Json {
  const description = getCatalog("en").apiReference.endpoints[name].title;
  if (schema) return { description, content: { "application/json": { schema: toJson(schema) } } };
  if (name !== "export_conversation") return { description };
  const file = { schema: { type: "string" } };
  return { description, content: { "text/plain": file, "application/zip": file } };
}

function failureOf(status: number): Json {
  const { titles } = apiErrorWords.en;
  const byStatus: Record<number, string> = {
    400: titles.invalid_input,
    401: titles.unauthenticated,
    403: titles.forbidden,
    404: titles.not_found,
    413: titles.content_too_large,
    429: titles.rate_limited,
    500: titles.internal,
  };
  return {
    description: byStatus[status] ?? "",
    ...(status === 429 && { headers: { "Retry-After": { schema: { type: "integer" } } } }),
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
}
