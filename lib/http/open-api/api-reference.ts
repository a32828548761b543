import type { z } from "zod";
import { scopesOf, type V1Endpoint, type V1Name, v1Endpoints } from "@/lib/http/v1/endpoints";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { findWords } from "@/lib/i18n/words/find-words";
import { apiCurlsOf } from "./api-curls";
import { type FieldOf, listFields } from "./list-fields";

type FieldTable = { caption: string; rows: (FieldOf & { meaning: string })[] };

/** One endpoint as its reference says it, on a page or as Markdown. */
export type EndpointText = {
  name: V1Name;
  title: string;
  description: string;
  method: string;
  path: string;
  scopes: string[];
  tables: FieldTable[];
  command: string;
  /** What the command gives, as text. */
  answer: string;
  status: number;
};

/** Every endpoint of programs with a key, of this server. `bot`: the id that the commands hold. */
export function apiReferenceOf(locale: Locale, url: string, bot: string): EndpointText[] {
  const { apiReference: words, developers } = getCatalog(locale);
  const tableOf = (caption: string, shape: Record<string, z.ZodType>): FieldTable => ({
    caption,
    rows: listFields(shape).map((field) => ({
      ...field,
      meaning: findWords(words.fields, field.name) ?? "",
    })),
  });
  return apiCurlsOf(url, bot).map(({ endpoint: name, command, status, answer }) => {
    const endpoint: V1Endpoint = v1Endpoints[name];
    const shape = shapeOf(endpoint.answers[status] ?? null);
    const tables = [
      endpoint.query && tableOf(developers.reference.query, endpoint.query.shape),
      endpoint.body && tableOf(developers.reference.request, endpoint.body.shape),
      shape && tableOf(words.answerOf(String(status)), shape),
    ].filter((table) => table !== undefined && table !== null);
    return {
      ...{ name, ...words.endpoints[name], method: endpoint.method, path: `/api/v1${endpoint.path}` },
      ...{ scopes: scopesOf(endpoint), tables, command, status },
      answer: typeof answer === "string" ? answer : answer ? JSON.stringify(answer, null, 2) : words.nothing,
    };
  });
}

/** Of a list, what one of it has; null for what is no JSON. */
function shapeOf(schema: z.ZodType | null): Record<string, z.ZodType> | null {
  return schema && "shape" in schema ? (schema as z.ZodObject).shape : null;
}
