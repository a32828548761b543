/** The widget's public contract as types; its words and limits are fixed. */
export type WidgetConfig = {
  primary_color: string;
  position: "br" | "bl" | "tr" | "tl";
  bot_name: string;
  avatar_url: string;
  welcome: string;
  placeholder: string;
  enabled: boolean;
};

export type ConfigResponse = { success: true; config: WidgetConfig };

export type PingRequest = { token: string };
export type PingResponse = { success: true };

export type HistoryTurn = { role: "user" | "assistant"; content: string };

export type MessageRequest = {
  token: string;
  message: string;
  history?: HistoryTurn[];
  chat_id?: string;
  page_url?: string;
  locale?: string;
};

export type SourceQuote = { title: string; quote: string; url?: string };

export type MessageResponse =
  | {
      success: true;
      reply: string;
      extra_replies: { text: string }[];
      chat_id: string;
      sources: SourceQuote[];
      answered: boolean;
    }
  | { success: false; reply: string };

export type ErrorResponse = { success: false; error: string };

/** Longest message in Unicode code points, counted after trimming. */
export const maxMessageLength = 300;
/** Turns of client history that are read. */
export const maxHistoryTurns = 10;
/** Largest request body in bytes. */
export const maxBodyBytes = 64 * 1024;
export const tokenPattern = /^[0-9a-f]{32}$/;
export const chatIdPattern = /^web_[0-9a-f]{8,32}$/;
