"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { getPost } from "@/app/get-post";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getBaseUrl } from "@/lib/base-url";
import { sendTestMail } from "@/lib/connections/send-test-mail";
import { tryFiles } from "@/lib/connections/try-files";
import { env } from "@/lib/env";
import { defineAction } from "@/lib/http/define-action";
import { getAuthSecret } from "@/lib/identity/secret";
import { getMailer } from "@/lib/mail/mailer";
import { getBlobStore, spoolFolder } from "@/lib/storage/get-blob-store";
import { createInvite, createInviteInput } from "@/lib/teams/invites/create-invite";
import { revokeInvite, revokeInviteInput } from "@/lib/teams/invites/revoke-invite";
import { removeMember, removeMemberInput } from "@/lib/teams/remove-member";
import { switchTeam, switchTeamInput } from "@/lib/teams/switch-team";
import { updateMemberRole, updateMemberRoleInput } from "@/lib/teams/update-member-role";
import { updateTeam, updateTeamInput } from "@/lib/teams/update-team";

export const updateTeamAction = defineAction(updateTeamInput, async (ctx, input) => {
  await updateTeam(ctx, input);
  refresh();
});

export const createInviteAction = defineAction(createInviteInput, async (ctx, input) => {
  const { token, email, hasReplaced, isMailed } = await createInvite(ctx, input, await getPost());
  refresh();
  return { email, hasReplaced, isMailed, link: `${getBaseUrl()}/invite/${token}` };
});

export const revokeInviteAction = defineAction(revokeInviteInput, async (ctx, input) => {
  await revokeInvite(ctx, input);
  refresh();
});

export const updateMemberRoleAction = defineAction(updateMemberRoleInput, async (ctx, input) => {
  await updateMemberRole(ctx, input);
  refresh();
});

export const removeMemberAction = defineAction(removeMemberInput, async (ctx, input): Promise<void> => {
  await removeMember(ctx, input);
  if (input.userId === ctx.actor.userId) redirect("/sign-in");
  refresh();
});

export const switchTeamAction = defineAction(switchTeamInput, async (ctx, input): Promise<void> => {
  await switchTeam(ctx, input);
  // The frame is drawn for the team of before.
  refresh();
  redirect("/team");
});

const nothing = z.strictObject({});

export const testMailAction = defineAction(nothing, async (ctx) => {
  const place = { locale: await getRequestLocale(), baseUrl: getBaseUrl() };
  return sendTestMail(ctx, getMailer(), place);
});

export const testFilesAction = defineAction(nothing, async (ctx) => {
  const place = { store: getBlobStore(), spool: spoolFolder() };
  return tryFiles(ctx, place, await getAuthSecret(env()));
});
