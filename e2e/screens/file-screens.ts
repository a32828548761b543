import type { Screen } from "./screen";

const knowledge = "app/(dashboard)/bots/[botId]/knowledge";
const file = `${knowledge}/files/[sourceId]/page.tsx`;

/** Files that were handed in: in the list, read, and not to be read. */
export const fileScreens: readonly Screen[] = [
  {
    name: "knowledge-files",
    file: `${knowledge}/page.tsx`,
    viewer: "keeper",
    path: ({ ownBot }) => `${ownBot}/knowledge`,
  },
  { name: "file-read", file, viewer: "keeper", path: ({ ownFile }) => ownFile },
  { name: "file-failed", file, viewer: "keeper", path: ({ brokenFile }) => brokenFile },
];
