import { describe, expect, it } from "vitest";
import { type V1Endpoint, v1Endpoints, v1Names } from "@/lib/http/v1/endpoints";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { locales } from "@/lib/i18n/locale";
import { apiCurlsOf } from "./api-curls";
import { apiReferenceOf } from "./api-reference";
import { createOpenApi } from "./create-open-api";

const url = "https://chat.example.com";

describe("the reference of the endpoints with a key", () => {
  it.each(locales)("in %s says what each field is, and of no other", (locale) => {
    const { fields } = getCatalog(locale).apiReference;
    const shown = apiReferenceOf(locale, url, "BOT_ID").flatMap(({ tables }) =>
      tables.flatMap(({ rows }) => rows),
    );
    expect(shown.filter(({ meaning }) => meaning === "").map(({ name }) => name)).toEqual([]);
    const used = new Set([...shown.map(({ name }) => name), ...inPaths, ...inLists()]);
    expect(Object.keys(fields).filter((name) => !used.has(name))).toEqual([]);
  });

  it("has a command for each endpoint, and an answer as its schema has it", () => {
    const curls = apiCurlsOf(url, "BOT_ID");
    expect(curls.map(({ endpoint }) => endpoint).sort()).toEqual([...v1Names].sort());
    for (const { endpoint: name, status, answer } of curls) {
      const { answers }: V1Endpoint = v1Endpoints[name];
      expect(Object.hasOwn(answers, status), name).toBe(true);
      const fault = answers[status]?.safeParse(answer).error;
      expect(fault, `${name} ${fault?.message}`).toBeUndefined();
    }
  });
});

describe("OpenAPI", () => {
  const document = createOpenApi(url);

  it("has every endpoint with what it takes, answers and how it fails", () => {
    for (const name of v1Names) {
      const { path, method, body, query, answers }: V1Endpoint = v1Endpoints[name];
      const operation = document.paths[`/api/v1${path}`]?.[method.toLowerCase()];
      expect(operation).toMatchObject({ operationId: name, security: [{ key: [expect.any(String)] }] });
      const said = JSON.stringify(operation);
      for (const field of [...Object.keys(body?.shape ?? {}), ...Object.keys(query?.shape ?? {})])
        expect(said, `${name} ${field}`).toContain(`"${field}"`);
      for (const status of [...Object.keys(answers), 401, 403, 429, 500])
        expect(said, `${name} ${status}`).toContain(`"${status}":{`);
    }
  });

  it("has no reference that leads nowhere", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    for (const [, name = ""] of references) expect(document.components.schemas).toHaveProperty(name);
  });
});

const inPaths = ["bot_id", "external_id", "conversation_id"];

/** What the rows of lists have. */
function inLists(): string[] {
  return apiCurlsOf(url, "BOT_ID").flatMap(({ answer }) => {
    const data: unknown = answer && typeof answer === "object" && "data" in answer ? answer.data : [];
    return Array.isArray(data) ? data.flatMap((one: object) => Object.keys(one)) : [];
  });
}
