import type { Screen } from "./screen";

const knowledge = "app/(dashboard)/bots/[botId]/knowledge";
const file = `${knowledge}/files/[sourceId]/page.tsx`;

const web = `${knowledge}/web/[sourceId]/page.tsx`;

/** Files that were handed in: in the list, read, published, and not to be read; an address that leads nowhere. */
export const fileScreens: readonly Screen[] = [
  {
    name: "knowledge-files",
    file: `${knowledge}/page.tsx`,
    viewer: "keeper",
    path: ({ ownBot }) => `${ownBot}/knowledge`,
  },
  { name: "file-read", file, viewer: "keeper", path: ({ ownFile }) => ownFile },
  { name: "file-published", file, viewer: "keeper", path: ({ publishedFile }) => publishedFile },
  { name: "web-failed", file: web, viewer: "keeper", path: ({ brokenAddress }) => brokenAddress },
  { name: "file-failed", file, viewer: "keeper", path: ({ brokenFile }) => brokenFile },
];
