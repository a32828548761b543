"use server";

import { refresh } from "next/cache";
import {
  removeCannedReply,
  removeCannedReplyInput,
  saveCannedReply,
  saveCannedReplyInput,
} from "@/lib/conversations/replies/save-canned-reply";
import { defineAction } from "@/lib/http/define-action";

export const saveCannedReplyAction = defineAction(saveCannedReplyInput, async (ctx, input) => {
  await saveCannedReply(ctx, input);
  refresh();
});

export const removeCannedReplyAction = defineAction(removeCannedReplyInput, async (ctx, input) => {
  await removeCannedReply(ctx, input);
  refresh();
});
