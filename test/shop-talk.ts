import type { Answer, Question } from "@/lib/answers/answer";
import type { WidgetBot } from "@/lib/bots/token/get-bot-by-token";
import { askBot } from "./ask-bot";
import { holdConversation } from "./hold-conversation";
import { openShop, type ShopDocument } from "./open-shop";
import { createFileContext } from "./test-file-context";

type Settings = Partial<WidgetBot>;

/** Who can be talked to; `as` is what of the bot's settings is otherwise for this once. */
export type ShopTalk = {
  /** Asks one thing, as the first of a chat. */
  ask: (question: string, more?: Partial<Question> & { as?: Settings }) => Promise<Answer>;
  /** Says one thing after the other. Returns the last answer. */
  talk: (says: readonly string[], as?: Settings) => ReturnType<typeof holdConversation>;
};

/**
 * For a file of tests: a bot that knows the documents and answers in their own words, in a database of the file's own.
 * `open` gives another bot beside it. A bot is made when it is first talked to.
 */
export function createShopTalk(documents: readonly ShopDocument[], settings: Settings = {}) {
  const context = createFileContext();
  const open = (known: readonly ShopDocument[], set: Settings = {}): ShopTalk => {
    let opened: Promise<WidgetBot> | undefined;
    const bot = async (as: Settings = {}) => {
      opened ??= openShop(context().db, known);
      return { ...(await opened), ...set, ...as };
    };
    return {
      ask: async (question, { as, ...more } = {}) => askBot(context(), await bot(as), question, more),
      talk: async (says, as) => holdConversation(context(), await bot(as), says),
    };
  };
  return { ...open(documents, settings), open };
}
