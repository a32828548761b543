import type { demo as source } from "../zh-TW/demo";

export const demo: typeof source = {
  metaTitle: "霧腳茶行",
  bar: {
    notice: "This is a demo shop",
    dashboard: "Open the dashboard",
    chats: "See the chats",
    tryAsking: "Try asking the assistant:",
  },
};
