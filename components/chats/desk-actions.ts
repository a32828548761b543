import type { FormAction } from "@/components/ui/form/form-action";
import type { HandedBack } from "@/lib/conversations/desk/hand-back-chats";
import type { Snoozed } from "@/lib/conversations/snooze/snooze-chats";
import type { Woken } from "@/lib/conversations/snooze/wake-chats";
import type { Turn } from "@/lib/conversations/turns/turn";

/**
 * What a member does with a chat; each form has its `conversationId`, that of `markAllRead` the names of a ChatQuery.
 */
export type DeskActions = Record<
  "take" | "handBack" | "close" | "wake" | "block" | "unblock",
  FormAction<void>
> & {
  /** Of `conversationIds`, with commas between them. */
  handBackMany: FormAction<HandedBack>;
  /** `until` one of `snoozeChoices`, or a time of the team's clocks. */
  snooze: FormAction<void>;
  /** Of `conversationIds`, as `handBackMany`. */
  snoozeMany: FormAction<Snoozed>;
  wakeMany: FormAction<Woken>;
  reply: FormAction<Turn>;
  /** Null where the documents say nothing to it. */
  draftReply: FormAction<{ text: string } | null>;
  /** Of a `userId`, and of `from` who has it. */
  assign: FormAction<void>;
  addNote: FormAction<Turn>;
  /** Of a `noteId`. */
  changeNote: FormAction<Turn>;
  removeNote: FormAction<void>;
  /** Says how many there were. */
  markAllRead: FormAction<number>;
  /** Of a `tag`. */
  addTag: FormAction<void>;
  removeTag: FormAction<void>;
  setShortcuts: FormAction<void>;
  /** Of a `conversationId`, for good; null for members who may not. */
  remove: FormAction<void> | null;
};
