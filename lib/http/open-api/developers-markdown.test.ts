import { expect, it } from "vitest";
import { endpoints } from "@/lib/contract/endpoints";
import { v1Names } from "@/lib/http/v1/endpoints";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { locales } from "@/lib/i18n/locale";
import { apiMarkdown, developersMarkdown, llmsText } from "./developers-markdown";

const url = "https://chat.example.com";

it.each(locales)(
  "has each endpoint of each page in %s, with a command that holds this server's address",
  (locale) => {
    const { apiReference, developers } = getCatalog(locale);
    const api = apiMarkdown({ locale, url }, "BOT_ID");
    for (const name of v1Names) expect(api).toContain(`### ${apiReference.endpoints[name].title}\n`);
    const widget = developersMarkdown({ locale, url }, "TOKEN");
    for (const name of Object.keys(endpoints)) expect(widget).toContain(`/api/widget/${name}`);
    expect(widget).toContain(developers.lead);
    for (const text of [api, widget]) {
      expect(text).toContain(`curl '${url}/api/`);
      // Fences are closed, and tables have as many cells in each row.
      expect(text.match(/^```/gm)?.length ?? 1).toSatisfy((count: number) => count % 2 === 0);
      expect(text).not.toMatch(/undefined|\[object/);
    }
  },
);

it("says to assistants where all that is", () => {
  const text = llmsText(url);
  for (const path of [
    "/developers.md",
    "/developers/api.md",
    "/api/openapi.json",
    "/api/mcp",
    "/developers/dawen.mjs",
  ])
    expect(text).toContain(`${url}${path}`);
  expect(text.startsWith("# Dawen")).toBe(true);
});
