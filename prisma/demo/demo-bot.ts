export type DemoDocument = {
  title: string;
  /** Markdown: headings, lists and question-and-answer pairs as `Q：` / `A：` lines. */
  content: string;
};

/** What the seed hands to createBot, updateAppearance and createDocument; tokens are made at seeding. */
export type DemoBot = {
  name: string;
  enabled: boolean;
  botName: string;
  primaryColor: `#${string}`;
  avatarUrl: string;
  position: "br" | "bl" | "tr" | "tl";
  welcome: string;
  placeholder: string;
  suggestions?: string[];
  /** How visitors reach the people behind it. */
  contact?: string;
  documents: readonly DemoDocument[];
};
