"use server";

import { z } from "zod";
import { moveChat } from "@/lib/conversations/desk/move-chat";
import { replyToChat, replyToChatInput } from "@/lib/conversations/desk/reply-to-chat";
import { markAllRead } from "@/lib/conversations/inbox/mark-all-read";
import { chatQueryInput } from "@/lib/conversations/inbox/query/chat-query-input";
import { defineAction } from "@/lib/http/define-action";
import { setShortcuts, setShortcutsInput } from "@/lib/teams/desk/set-shortcuts";

const chatInput = z.strictObject({ conversationId: z.string() });

export const takeChatAction = defineAction(chatInput, (ctx, { conversationId }) =>
  moveChat(ctx, conversationId, "take"),
);

export const handBackChatAction = defineAction(chatInput, (ctx, { conversationId }) =>
  moveChat(ctx, conversationId, "hand_back"),
);

export const closeChatAction = defineAction(chatInput, (ctx, { conversationId }) =>
  moveChat(ctx, conversationId, "close"),
);

export const replyToChatAction = defineAction(replyToChatInput, replyToChat);

export const markAllReadAction = defineAction(chatQueryInput, markAllRead);

export const setShortcutsAction = defineAction(setShortcutsInput, setShortcuts);
