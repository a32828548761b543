import type { places as source } from "../zh-TW/places";

/** What stands on the pages of bots and knowledge before they arrive. */
export const places: typeof source = {
  bots: {
    title: "Bots",
    description: "Each bot has its own looks, documents and install line.",
  },
  newBot: {
    title: "New bot",
    description: "Start with a name. Everything else can be changed later.",
  },
  backToBots: "All bots",
  botTabs: {
    overview: "Overview",
    knowledge: "Documents",
    appearance: "Appearance",
    install: "Install",
  },
  knowledge: {
    title: "Documents",
    description: "It answers from these alone, best with one subject each.",
  },
  versions: "Versions",
};
