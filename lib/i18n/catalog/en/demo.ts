import type { Catalog } from "../zh-TW";

export const demo: Catalog["demo"] = {
  metaTitle: "霧腳茶行",
  bar: {
    notice: "This is a demo shop",
    dashboard: "Open the dashboard",
    chats: "See the chats",
    tryAsking: "Try asking the assistant:",
  },
};
