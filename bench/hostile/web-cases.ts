import { isDropped } from "@/lib/knowledge/sources/drop-documents";
import { isSitemapAddress } from "@/lib/knowledge/web/crawl/find-by-sitemap";
import { readSitemap } from "@/lib/knowledge/web/crawl/read-sitemap";
import { readRobots } from "@/lib/knowledge/web/crawl/robots";
import { visitPage } from "@/lib/knowledge/web/crawl/visit-page";
import {
  googleFile,
  hostOf,
  longestAddress,
  pathOf,
  toAddress,
  toPageAddress,
} from "@/lib/knowledge/web/page-address";
import { matchesPath } from "@/lib/knowledge/web/path-pattern";
import { readSiteSettings, siteBounds } from "@/lib/knowledge/web/site-settings";
import {
  addAddressInput,
  choosePageInput,
  listPagesInput,
  setScheduleInput,
  wantPartInput,
} from "@/lib/knowledge/web/web-input";
import { encodingNamed } from "@/lib/reading/text-encodings";
import type { CaseTable } from "./case-table";
import { takes } from "./given/takes";

const site = "https://shop.example";
const signal = new AbortController().signal;

/** What takes addresses that owners give, and what sites say: their rules, their maps, their headers. */
export const webCases: CaseTable = {
  "lib/knowledge/sources/drop-documents.ts": {
    isDropped: (text) => [isDropped(text), isDropped({ isDropped: text })],
  },
  "lib/knowledge/web/page-address.ts": {
    toAddress: (text) => [toAddress(text), toAddress(`shop.example/${text}`)],
    googleFile: (text) => googleFile(`https://docs.google.com/document/d/${text.slice(0, longestAddress)}`),
    toPageAddress: (text) => [toPageAddress(text, site), toPageAddress(`/a?${text}`, site)],
    hostOf: (text) => hostOf(`${site}/${text.slice(0, longestAddress)}`),
    pathOf: (text) => pathOf(`${site}/${text.slice(0, longestAddress)}`),
  },
  "lib/knowledge/web/path-pattern.ts": {
    matchesPath: (text) => {
      const path = `/${text.slice(0, longestAddress)}`;
      const pattern = text.slice(0, siteBounds.pattern);
      return [matchesPath(pattern, path), matchesPath(`*${pattern}*${pattern}$`, path)];
    },
  },
  "lib/knowledge/web/site-settings.ts": {
    readSiteSettings: (text) => [readSiteSettings(text), readSiteSettings({ by: text, include: [text] })],
  },
  "lib/knowledge/web/web-input.ts": {
    addAddressInput: takes(addAddressInput),
    setScheduleInput: takes(setScheduleInput),
    choosePageInput: takes(choosePageInput),
    wantPartInput: takes(wantPartInput),
    listPagesInput: takes(listPagesInput),
  },
  "lib/knowledge/web/crawl/find-by-sitemap.ts": {
    isSitemapAddress: (text) => isSitemapAddress(`${site}/${text.slice(0, longestAddress)}`),
  },
  "lib/knowledge/web/crawl/read-sitemap.ts": {
    readSitemap: (text) => [
      readSitemap(Buffer.from(`<urlset>${text}`)),
      readSitemap(Buffer.from(`<urlset><loc>${text}</loc><loc><![CDATA[${text}`)),
      readSitemap(Buffer.from(`https://shop.example/${text}`)),
    ],
  },
  "lib/knowledge/web/crawl/robots.ts": {
    readRobots: (text) => [
      readRobots(text).allows("/a"),
      readRobots(`User-agent: *\nDisallow: ${text.slice(0, 1_000)}\n${text}`).allows(
        `/${text.slice(0, longestAddress)}`,
      ),
    ],
  },
  "lib/knowledge/web/crawl/visit-page.ts": {
    visitPage: (text) => {
      const headers = { "content-type": text, etag: text };
      const fetched = { url: `${site}/`, status: 200, headers, body: Buffer.from(text) };
      const page = { address: `${site}/`, etag: null, lastModified: null, bodyHash: null };
      return visitPage(async () => fetched, page, { signal });
    },
  },
  "lib/reading/text-encodings.ts": { encodingNamed },
};
