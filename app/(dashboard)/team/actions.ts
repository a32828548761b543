"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getBaseUrl } from "@/lib/base-url";
import { defineAction } from "@/lib/http/define-action";
import { createInvite, createInviteInput } from "@/lib/teams/invites/create-invite";
import { revokeInvite, revokeInviteInput } from "@/lib/teams/invites/revoke-invite";
import { removeMember, removeMemberInput } from "@/lib/teams/remove-member";
import { renameTeam, renameTeamInput } from "@/lib/teams/rename-team";
import { switchTeam, switchTeamInput } from "@/lib/teams/switch-team";
import { updateMemberRole, updateMemberRoleInput } from "@/lib/teams/update-member-role";

export const renameTeamAction = defineAction(renameTeamInput, async (ctx, input) => {
  await renameTeam(ctx, input);
  refresh();
});

export const createInviteAction = defineAction(createInviteInput, async (ctx, input) => {
  const { token, email, hasReplaced } = await createInvite(ctx, input);
  refresh();
  return { email, hasReplaced, link: `${getBaseUrl()}/invite/${token}` };
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
  redirect("/team");
});
