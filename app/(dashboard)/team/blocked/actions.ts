"use server";

import { refresh } from "next/cache";
import { blockVisitorInput, unblockVisitor } from "@/lib/conversations/blocked/block-visitor";
import { defineAction } from "@/lib/http/define-action";

export const unblockVisitorAction = defineAction(blockVisitorInput, async (ctx, input) => {
  await unblockVisitor(ctx, input);
  refresh();
});
