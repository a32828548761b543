import { z } from "zod";
import { emailField, nameField, newPasswordField, tokenField } from "@/lib/accounts/account-fields";
import type { Ctx } from "@/lib/context";
import type { Env } from "@/lib/env";
import { AppError, isAppError } from "@/lib/errors";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { consumeLimit } from "@/lib/kv/limits/limits";
import { requireInvite } from "@/lib/teams/invites/require-invite";
import { partnerOfSignUp, type Referral } from "@/lib/teams/partners/partner-of-sign-up";
import { createAccount } from "./create-account";

const person = { name: nameField, email: emailField, password: newPasswordField };

export const signUpInput = z.union([
  z.strictObject({ ...person, inviteToken: tokenField }),
  z.strictObject({ ...person, teamName: nameField }),
]);

export type SignUpInput = z.output<typeof signUpInput>;

type Policy = { signup: Env["SIGNUP"]; ip: string; referral?: Referral };

/**
 * A new account with its own team, or by an invitation in the inviting team. Says the same, nothing, when the address
 * is taken: the account there is stays as it was (docs/decisions/011-accounts.md).
 * Throws AppError `rate_limited`, `forbidden` (reason `signup_closed`, `invite_required`, `invite_ended` or
 * `invite_other_email`),
 * `not_found` (reason `invite_invalid`) or `invalid_input` (reason `weak_password`).
 */
export async function signUp(ctx: Ctx, input: SignUpInput, { signup, ip, referral }: Policy): Promise<void> {
  if (signup === "closed") throw refused("signup_closed");
  if (signup === "invite" && !("inviteToken" in input)) throw refused("invite_required");
  const limit = await consumeLimit(ctx.kv, limitPolicies.signUp, ip);
  if (!limit.ok) {
    throw new AppError("rate_limited", "too many sign-ups", { retryAfter: limit.retryAfter });
  }
  const { name, email, password } = input;
  const team =
    "inviteToken" in input
      ? await findInvitedTeam(ctx, input.inviteToken, email)
      : await newTeam(ctx, input.teamName, email, referral);
  try {
    await createAccount(ctx, { email, name, password, team });
  } catch (error) {
    if (isAppError(error) && error.reason === "email_taken") return;
    throw error;
  }
}

async function findInvitedTeam(ctx: Ctx, token: string, email: string) {
  const invite = await requireInvite(ctx, token, email);
  return { id: invite.teamId, role: invite.role, inviteId: invite.id };
}

async function newTeam(ctx: Ctx, name: string, email: string, referral: Referral | undefined) {
  return { name, partnerCode: referral ? await partnerOfSignUp(ctx, email, referral) : null };
}

function refused(reason: "signup_closed" | "invite_required"): AppError {
  return new AppError("forbidden", `sign-up refused: ${reason}`, { reason });
}
