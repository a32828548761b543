import type { failed as source } from "../zh-TW/failed";

export const failed: typeof source = {
  retry: "Try again",
  title: "Something broke on this page",
  description: "The fault is ours. Try again; if it keeps failing, tell the person who runs this site.",
  reference: (digest) => `If you report it, add the code ${digest}`,
};
