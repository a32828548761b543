import type { demo as source } from "../zh-TW/demo";

export const demo: typeof source = {
  metaTitle: "Demo shop: 霧腳茶行",
  metaDescription:
    "A demo tea shop with the real widget in its corner. Ask about returns, shipping or opening hours, and see what it quotes.",
  bar: {
    notice: "This is a demo shop",
    dashboard: "Open the dashboard",
    chats: "See the chats",
    tryAsking: "Try asking the assistant:",
  },
};
