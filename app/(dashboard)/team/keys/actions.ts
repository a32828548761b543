"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/http/define-action";
import { createApiKey, createApiKeyInput } from "@/lib/teams/keys/create-api-key";
import { revokeApiKey, revokeApiKeyInput } from "@/lib/teams/keys/revoke-api-key";

export const createApiKeyAction = defineAction(createApiKeyInput, async (ctx, input) => {
  const { secret } = await createApiKey(ctx, input);
  refresh();
  return { name: input.name, secret };
});

export const revokeApiKeyAction = defineAction(revokeApiKeyInput, async (ctx, input) => {
  await revokeApiKey(ctx, input);
  refresh();
});
