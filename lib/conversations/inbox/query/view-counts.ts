import type { ChatView } from "./chat-query";

/** Of each view as many chats are counted; that many stands for that many or more. */
export const maxCounted = 1_000;

export type ViewCounts = Record<ChatView, number>;
