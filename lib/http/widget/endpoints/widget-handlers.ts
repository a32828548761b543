import type { WidgetHandler } from "../widget-route";
import { configEndpoint } from "./config-endpoint";
import { contactEndpoint } from "./contact-endpoint";
import { eventsEndpoint } from "./events-endpoint";
import { feedbackEndpoint } from "./feedback-endpoint";
import { filesEndpoint } from "./files-endpoint";
import { messageEndpoint } from "./message-endpoint";
import { pingEndpoint } from "./ping-endpoint";
import { typingEndpoint } from "./typing-endpoint";

export type WidgetHandlers = Readonly<Record<string, WidgetHandler>>;

/** What answers each of the widget's addresses. */
export const widgetHandlers: WidgetHandlers = {
  "/api/widget/config": configEndpoint,
  "/api/widget/contact": contactEndpoint,
  "/api/widget/events": eventsEndpoint,
  "/api/widget/feedback": feedbackEndpoint,
  "/api/widget/files": filesEndpoint,
  "/api/widget/message": messageEndpoint,
  "/api/widget/ping": pingEndpoint,
  "/api/widget/typing": typingEndpoint,
};
