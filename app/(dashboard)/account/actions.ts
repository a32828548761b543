"use server";

import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { z } from "zod";
import { getPost } from "@/app/get-post";
import { changePassword, changePasswordInput } from "@/lib/accounts/passwords/change-password";
import { removePicture } from "@/lib/accounts/picture/remove-picture";
import { revokeOtherSessions } from "@/lib/accounts/sessions/revoke-other-sessions";
import { revokeSession, revokeSessionInput } from "@/lib/accounts/sessions/revoke-session";
import { updateProfile, updateProfileInput } from "@/lib/accounts/update-profile";
import { defineAction } from "@/lib/http/define-action";
import { createKnownBrowserCookie } from "@/lib/session/known-browser-cookie";
import { setBotAlerts, setBotAlertsInput } from "@/lib/teams/alerts/set-bot-alerts";
import { updateAlertSettings, updateAlertSettingsInput } from "@/lib/teams/alerts/update-alert-settings";

export const updateProfileAction = defineAction(updateProfileInput, async (ctx, input) => {
  await updateProfile(ctx, input);
  refresh();
});

export const removePictureAction = defineAction(z.strictObject({}), async (ctx) => {
  await removePicture(ctx);
  refresh();
});

/** A switch, where it was changed. */
const switched = z.stringbool("invalid").optional();

export const updateAlertSettingsAction = defineAction(
  updateAlertSettingsInput.extend({ alertsMail: switched, alertsSound: switched }),
  async (ctx, input) => {
    await updateAlertSettings(ctx, input);
    refresh();
  },
);

export const setBotAlertsAction = defineAction(setBotAlertsInput, async (ctx, input) => {
  await setBotAlerts(ctx, input);
  refresh();
});

export const changePasswordAction = defineAction(changePasswordInput, async (ctx, input) => {
  const { userId, email } = ctx.actor;
  const changed = await changePassword(ctx, input, await getPost());
  (await cookies()).set(await createKnownBrowserCookie({ userId, email, ...changed }));
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
