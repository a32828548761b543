"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { changePassword, changePasswordInput } from "@/lib/accounts/change-password";
import { revokeOtherSessions } from "@/lib/accounts/revoke-other-sessions";
import { revokeSession, revokeSessionInput } from "@/lib/accounts/revoke-session";
import { updateProfile, updateProfileInput } from "@/lib/accounts/update-profile";
import { defineAction } from "@/lib/http/define-action";

export const updateProfileAction = defineAction(updateProfileInput, async (ctx, input) => {
  await updateProfile(ctx, input);
  refresh();
});

export const changePasswordAction = defineAction(changePasswordInput, async (ctx, input) => {
  await changePassword(ctx, input);
  refresh();
});

export const revokeSessionAction = defineAction(revokeSessionInput, async (ctx, input) => {
  await revokeSession(ctx, input);
  refresh();
});

export const revokeOtherSessionsAction = defineAction(z.strictObject({}), async (ctx) => {
  await revokeOtherSessions(ctx);
  refresh();
});
