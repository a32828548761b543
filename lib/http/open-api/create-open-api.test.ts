import { describe, expect, it } from "vitest";
import { z } from "zod";
import { askedOf, type EndpointName, endpoints } from "@/lib/contract/endpoints";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { locales } from "@/lib/i18n/locale";
import { createOpenApi } from "./create-open-api";
import { curlsOf } from "./curls-of";
import { listFields } from "./list-fields";

const token = "0f3c9a1be27d4f6081a2b3c4d5e6f708";
const document = createOpenApi("https://chat.example.com");
const names = Object.keys(endpoints) as EndpointName[];

describe("createOpenApi", () => {
  it("has every endpoint with every status, and no reference that leads nowhere", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(document.servers).toEqual([{ url: "https://chat.example.com" }]);
    const ofWidget = Object.keys(document.paths).filter((path) => path.startsWith("/api/widget/"));
    expect(ofWidget).toEqual(names.map((name) => `/api/widget/${name}`));
    for (const name of names) {
      const operation = document.paths[`/api/widget/${name}`]?.[endpoints[name].method.toLowerCase()];
      expect(operation).toMatchObject({
        operationId: name,
        responses: Object.fromEntries(Object.keys(endpoints[name].answers).map((status) => [status, {}])),
      });
    }
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to = ""]) => to);
    expect(references.length).toBeGreaterThan(names.length);
    for (const to of references)
      expect(document.components.schemas).toHaveProperty(to.replace("#/components/schemas/", ""));
    expect(JSON.stringify(document)).not.toContain("$schema");
  });
});

describe("the developer centre", () => {
  it.each(locales)("in %s says what each field is, and of no other", (locale) => {
    const { developers } = getCatalog(locale);
    for (const name of names) {
      const endpoint = endpoints[name];
      const asked = askedOf(name);
      const schema = endpoint.answers[200];
      const answered = "options" in schema ? schema.options[0].shape : schema.shape;
      expect(Object.keys(developers.endpoints[name].fields).sort(), name).toEqual(Object.keys(asked).sort());
      expect(Object.keys(developers.endpoints[name].answer).sort(), name).toEqual(
        Object.keys(answered).sort(),
      );
    }
  });

  it("shows of each endpoint an answer as its schema has it", () => {
    const curls = curlsOf("https://chat.example.com", token);
    expect(curls.map(({ endpoint }) => endpoint).sort()).toEqual([...names].sort());
    for (const { endpoint, answer } of curls)
      expect(endpoints[endpoint].answers[200].safeParse(answer).error, endpoint).toBeUndefined();
  });

  it("says types in JSON's words", () => {
    const fields = listFields({
      a: z.string(),
      b: z.enum(["up", "none"]).optional(),
      c: z.union([z.literal(""), z.string()]),
      d: z.literal([30, null]),
      e: z.array(z.int()),
    });
    expect(fields).toEqual([
      { name: "a", type: "string", isRequired: true },
      { name: "b", type: '"up" | "none"', isRequired: false },
      { name: "c", type: '"" | string', isRequired: true },
      { name: "d", type: "30 | null", isRequired: true },
      { name: "e", type: "array", isRequired: true },
    ]);
  });
});
