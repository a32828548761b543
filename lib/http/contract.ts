/** The widget's public contract as types. */
export type WidgetConfig = {
  primary_color: string;
  position: "br" | "bl" | "tr" | "tl";
  bot_name: string;
  avatar_url: string;
  welcome: string;
  placeholder: string;
  enabled: boolean;
  /** Of the widget's own words; "" follows the page. */
  locale: "" | "zh-TW" | "zh-CN" | "en" | "ja";
  theme: "auto" | "light" | "dark";
  /** Quick questions, at most 4. */
  suggestions: string[];
  show_sources: boolean;
  /** Whether the visitor may ask for a person. */
  person: boolean;
  /** Days without activity after which the server forgets a chat; null for never. */
  retention_days: number | null;
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
  /** What the page's `identify` said. */
  visitor?: { name?: string; email?: string } & Record<string, string | number | boolean>;
  /** The visitor asks for a person, not for an answer. */
  wants_person?: boolean;
};

export type SourceQuote = { title: string; quote: string; url?: string };

export type MessageResponse =
  | {
      success: true;
      reply: string;
      extra_replies: { text: string }[];
      chat_id: string;
      /** Of this answer, for feedback on it. */
      message_id: string;
      sources: SourceQuote[];
      answered: boolean;
    }
  | { success: false; reply: string };

export type FeedbackRequest = {
  token: string;
  chat_id: string;
  message_id: string;
  /** "none" takes the thumb back. */
  rating: "up" | "down" | "none";
  reason?: string;
};
export type FeedbackResponse = { success: true };

export type ErrorResponse = { success: false; error: string };

/** Whether something that was kept as an answer of `message` is one. */
export function isMessageResponse(value: unknown): value is MessageResponse {
  return (
    typeof value === "object" &&
    value !== null &&
    "success" in value &&
    typeof value.success === "boolean" &&
    "reply" in value &&
    typeof value.reply === "string"
  );
}
