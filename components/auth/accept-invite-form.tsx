"use client";

import type { FormAction } from "@/components/ui/form/form-action";
import { useCatalog } from "@/components/ui/words/use-catalog";
import { AuthForm } from "./auth-form";

export function AcceptInviteForm({ action, token }: { action: FormAction<never>; token: string }) {
  const { invite } = useCatalog().auth;
  return (
    <AuthForm action={action} label={invite.accept} pendingLabel={invite.accepting} hidden={{ token }} />
  );
}
