"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { getPost } from "@/app/get-post";
import { tokenField } from "@/lib/accounts/account-fields";
import {
  requestPasswordReset,
  requestPasswordResetInput,
} from "@/lib/accounts/passwords/request-password-reset";
import { resetPassword, resetPasswordInput } from "@/lib/accounts/passwords/reset-password";
import { getContext } from "@/lib/context";
import { env } from "@/lib/env";
import { AppError, isAppError } from "@/lib/errors";
import { type ActionState, defineAction, parseForm, runAction, typedOf } from "@/lib/http/define-action";
import { requireForm } from "@/lib/http/require-form";
import { requireLimit } from "@/lib/http/require-limit";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { clientIp } from "@/lib/request-context";
import { closeSession } from "@/lib/session/close-session";
import { getActor } from "@/lib/session/current-actor";
import { homePath } from "@/lib/session/home-path";
import { openSession } from "@/lib/session/open-session";
import { readReferral } from "@/lib/session/read-referral";
import { safePath } from "@/lib/session/safe-path";
import { acceptInvite, acceptInviteInput } from "@/lib/teams/invites/accept-invite";
import { signUp, signUpInput } from "@/lib/teams/joining/sign-up";
import { switchTeam } from "@/lib/teams/switch-team";

const signInForm = z.strictObject({
  email: z.string("required").trim().min(1, "required"),
  password: z.string("required").min(1, "required"),
  inviteToken: tokenField.optional(),
  callbackUrl: z.string().optional(),
});

/** Signs in and goes to `callbackUrl`, or to where the role's day begins. */
export async function signInAction(_: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  return runAction(
    async () => {
      const { callbackUrl, ...credentials } = parseForm(signInForm, form);
      await openSession(credentials);
      const actor = await getActor();
      redirect(safePath(callbackUrl) ?? (actor ? homePath(actor) : "/"));
    },
    typedOf(form, ["email"]),
  );
}

/**
 * Makes the account and signs in. Where the address was taken and the password isn't its account's, it leads to the
 * sign-in form with a notice that fits both.
 */
export async function signUpAction(_: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  return runAction(
    async () => {
      const input = parseForm(signUpInput, form);
      const referral = await readReferral();
      await signUp(await getContext(), input, { signup: env().SIGNUP, ip: clientIp(), referral });
      try {
        await openSession({ email: input.email, password: input.password });
      } catch (error) {
        if (!isAppError(error)) throw error;
        redirect("/sign-in?notice=registered");
      }
      const actor = await getActor();
      redirect(actor ? homePath(actor) : "/");
    },
    typedOf(form, ["name", "teamName", "email"]),
  );
}

/** Mails a link that sets a new password; the answer says nothing about whether there is such an account. */
export async function requestResetAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction(
    async () => {
      const input = parseForm(requestPasswordResetInput, form);
      const post = await getPost();
      if (!post) throw new AppError("unavailable", "no mail server is set", { reason: "mail_none" });
      const ctx = await getContext();
      await requireLimit(ctx, limitPolicies.resetRequestByIp);
      await requestPasswordReset(ctx, input, post.locale);
    },
    typedOf(form, ["email"]),
  );
}

export async function resetPasswordAction(
  _: ActionState<never>,
  form: FormData,
): Promise<ActionState<never>> {
  return runAction(async () => {
    await resetPassword(await getContext(), parseForm(resetPasswordInput, form), await getPost());
    redirect("/sign-in?notice=password_changed");
  });
}

/** Joins the inviting team by the account that is signed in, and goes on in that team. */
export const acceptInviteAction = defineAction(acceptInviteInput, async (ctx, input): Promise<never> => {
  const { userId: id, userName: name, email } = ctx.actor;
  const { teamId } = await acceptInvite(ctx, { id, name, email }, input);
  await switchTeam(ctx, { teamId });
  refresh();
  redirect("/chats");
});

/**
 * Signs out and leads to the sign-in form, or back to `callbackUrl` to sign in there as someone else. Where the session
 * goes on elsewhere, since the database is away, the form says so.
 */
export async function signOutAction(form: FormData): Promise<void> {
  const fields = requireForm(form);
  const closed = await runAction(closeSession);
  const isEnded = closed.status === "done" && closed.data;
  const elsewhere = isEnded ? safePath(fields.get("callbackUrl")) : null;
  redirect(elsewhere ?? `/sign-in?notice=${isEnded ? "signed_out" : "signed_out_here"}`);
}
