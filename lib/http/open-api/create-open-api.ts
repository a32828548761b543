import { z } from "zod";
import { configResponse } from "@/lib/contract/config";
import { type EndpointName, endpoints } from "@/lib/contract/endpoints";
import { doneResponse, errorResponse } from "@/lib/contract/envelopes";
import { eventsResponse } from "@/lib/contract/events";
import { feedbackRequest } from "@/lib/contract/feedback";
import { messageRequest, messageResponse } from "@/lib/contract/message";
import { idempotencyKey, messageId, visitorKey } from "@/lib/contract/request-fields";
import { problem } from "@/lib/http/v1/endpoints";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { findWords } from "@/lib/i18n/words/find-words";
import { apiPaths } from "./api-paths";

type Json = Record<string, unknown>;

/** An OpenAPI 3.1 document, whose schemas are JSON Schema as of 2020-12. */
export type OpenApi = {
  openapi: "3.1.0";
  info: Json;
  servers: { url: string }[];
  paths: Record<string, Json>;
  components: { schemas: Record<string, Json>; securitySchemes: Record<string, Json> };
};

/** What has a name of its own in the document. */
const named: Record<string, z.ZodType> = {
  ConfigResponse: configResponse,
  Done: doneResponse,
  Error: errorResponse,
  Events: eventsResponse,
  FeedbackRequest: feedbackRequest,
  MessageRequest: messageRequest,
  MessageResponse: messageResponse,
};

/** Request headers of our own, and one of the streams. */
export const headers = {
  idempotencyKey: { name: "Idempotency-Key", schema: idempotencyKey },
  visitor: { name: "Dawen-Visitor", schema: visitorKey },
  lastEventId: { name: "Last-Event-ID", schema: messageId },
} as const;

/** The request headers that mean something to an endpoint, beside `Accept` and `Accept-Language`. */
export const headersOf: Record<EndpointName, { header: keyof typeof headers; isRequired: boolean }[]> = {
  config: [],
  events: [
    { header: "visitor", isRequired: true },
    { header: "lastEventId", isRequired: false },
  ],
  ping: [],
  message: [
    { header: "idempotencyKey", isRequired: false },
    { header: "visitor", isRequired: false },
  ],
  contact: [{ header: "idempotencyKey", isRequired: false }],
  feedback: [],
  files: [
    { header: "visitor", isRequired: true },
    { header: "idempotencyKey", isRequired: false },
  ],
  typing: [{ header: "visitor", isRequired: true }],
};

/** The widget's endpoints and those of keys, for machines, of their schemas. `url`: where this server is reached. */
export function createOpenApi(url: string): OpenApi {
  const { developers } = getCatalog("en");
  const operationOf = (name: EndpointName): Json => {
    const endpoint = endpoints[name];
    const words = developers.endpoints[name];
    const query = "query" in endpoint ? Object.entries<z.ZodType>(endpoint.query.shape) : [];
    return {
      operationId: name,
      summary: words.title,
      description: words.description,
      tags: ["Widget"],
      parameters: [
        ...query.map(([parameter, schema]) => ({
          name: parameter,
          in: "query",
          required: !schema.safeParse(undefined).success,
          schema: toJson(schema),
        })),
        ...headersOf[name].map(({ header, isRequired }) => ({
          name: headers[header].name,
          in: "header",
          required: isRequired,
          description: developers.headers[header],
          schema: toJson(headers[header].schema),
        })),
      ],
      ...("body" in endpoint && {
        requestBody: { required: true, content: { "application/json": { schema: refTo(endpoint.body) } } },
      }),
      ...("form" in endpoint && {
        requestBody: { required: true, content: { "multipart/form-data": { schema: refTo(endpoint.form) } } },
      }),
      responses: Object.fromEntries(
        Object.entries<z.ZodType>(endpoint.answers).map(([status, schema]) => [
          status,
          answerOf(name, status, schema),
        ]),
      ),
    };
  };
  const answerOf = (name: EndpointName, status: string, schema: z.ZodType): Json => {
    const stream = status === "200" ? findWords(developers.streams, name) : undefined;
    return {
      description: findWords(developers.statuses, status),
      ...(status === "429" && {
        headers: { "Retry-After": { description: developers.retryAfter, schema: { type: "integer" } } },
      }),
      content: {
        "application/json": { schema: refTo(schema) },
        ...(stream && { "text/event-stream": { schema: { type: "string", description: stream } } }),
      },
    };
  };

  return {
    openapi: "3.1.0",
    info: {
      title: "Dawen API",
      version: "1",
      description: developers.description,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url }],
    paths: {
      ...Object.fromEntries(
        (Object.keys(endpoints) as EndpointName[]).map((name) => [
          `/api/widget/${name}`,
          { [endpoints[name].method.toLowerCase()]: operationOf(name) },
        ]),
      ),
      ...apiPaths(toJson),
    },
    components: {
      schemas: {
        ...Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, toJson(schema)])),
        Problem: toJson(problem),
      },
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: getCatalog("en").apiReference.lead },
      },
    },
  };
}

/** By its name where it has one, else as it is. */
function refTo(schema: z.ZodType): Json {
  const name = Object.keys(named).find((one) => named[one] === schema);
  return name ? { $ref: `#/components/schemas/${name}` } : toJson(schema);
}

function toJson(schema: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return json;
}
