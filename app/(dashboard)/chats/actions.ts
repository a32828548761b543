"use server";

import { z } from "zod";
import { blockVisitor, blockVisitorInput } from "@/lib/conversations/blocked/block-visitor";
import { assignChat, assignChatInput } from "@/lib/conversations/desk/assign-chat";
import { draftReply, draftReplyInput } from "@/lib/conversations/desk/draft-reply";
import { handBackChats, handBackChatsInput } from "@/lib/conversations/desk/hand-back-chats";
import { moveChat } from "@/lib/conversations/desk/move-chat";
import { replyToChat, replyToChatInput } from "@/lib/conversations/desk/reply-to-chat";
import { chatQueryInput } from "@/lib/conversations/inbox/query/chat-query-input";
import { markAllRead } from "@/lib/conversations/inbox/reads/mark-all-read";
import { addNote, addNoteInput } from "@/lib/conversations/notes/add-note";
import {
  changeNote,
  changeNoteInput,
  removeNote,
  removeNoteInput,
} from "@/lib/conversations/notes/change-note";
import { deleteChat } from "@/lib/conversations/removal/delete-chat";
import {
  snoozeChat,
  snoozeChatInput,
  snoozeChats,
  snoozeChatsInput,
} from "@/lib/conversations/snooze/snooze-chats";
import { wakeChat, wakeChatInput, wakeMany, wakeManyInput } from "@/lib/conversations/snooze/wake-chats";
import { addTag, removeTag, tagInput } from "@/lib/conversations/tags/change-tags";
import { defineAction } from "@/lib/http/define-action";
import { setShortcuts, setShortcutsInput } from "@/lib/teams/desk/set-shortcuts";

const chatInput = z.strictObject({ conversationId: z.string() });

export const takeChatAction = defineAction(chatInput, (ctx, { conversationId }) =>
  moveChat(ctx, conversationId, "take"),
);

export const handBackChatAction = defineAction(chatInput, (ctx, { conversationId }) =>
  moveChat(ctx, conversationId, "hand_back"),
);

export const handBackChatsAction = defineAction(handBackChatsInput, handBackChats);

export const closeChatAction = defineAction(chatInput, (ctx, { conversationId }) =>
  moveChat(ctx, conversationId, "close"),
);

export const snoozeChatAction = defineAction(snoozeChatInput, snoozeChat);

export const snoozeChatsAction = defineAction(snoozeChatsInput, snoozeChats);

export const wakeChatAction = defineAction(wakeChatInput, wakeChat);

export const wakeChatsAction = defineAction(wakeManyInput, wakeMany);

export const assignChatAction = defineAction(assignChatInput, assignChat);

export const blockVisitorAction = defineAction(blockVisitorInput, blockVisitor);

export const replyToChatAction = defineAction(replyToChatInput, replyToChat);

export const draftReplyAction = defineAction(draftReplyInput, draftReply);

export const addNoteAction = defineAction(addNoteInput, addNote);

export const changeNoteAction = defineAction(changeNoteInput, changeNote);

export const removeNoteAction = defineAction(removeNoteInput, removeNote);

export const markAllReadAction = defineAction(chatQueryInput, markAllRead);

export const addTagAction = defineAction(tagInput, addTag);

export const removeTagAction = defineAction(tagInput, removeTag);

export const deleteChatAction = defineAction(chatInput, (ctx, { conversationId }) =>
  deleteChat(ctx, conversationId),
);

export const setShortcutsAction = defineAction(setShortcutsInput, setShortcuts);
