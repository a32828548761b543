export type ChatBot = {
  id: string;
  name: string;
  botName: string;
  /** Its usual week in a line, in both languages; null where it has none. */
  hours: { zh: string; en: string } | null;
};
