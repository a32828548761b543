import type { ReactNode } from "react";
import { signOutAction } from "@/app/(auth)/actions";
import { AppShell } from "@/components/shell/app-shell";
import { getRequestLocale } from "@/components/shell/request-locale";
import { getRequestTheme } from "@/components/shell/request-theme";
import { DraftOwner } from "@/components/ui/draft-owner";
import { LogOut } from "@/components/ui/icons";
import { MenuButton } from "@/components/ui/menu-button";
import { PlainForm } from "@/components/ui/plain-form";
import type { Actor } from "@/lib/auth/actor";
import { getCatalog } from "@/lib/i18n/get-catalog";

/** The dashboard around a page of it, or around what says that there is no such page. */
export async function DashboardFrame({ actor, children }: { actor: Actor; children: ReactNode }) {
  const [locale, theme] = await Promise.all([getRequestLocale(), getRequestTheme()]);
  return (
    <AppShell
      locale={locale}
      theme={theme}
      teamName={actor.teamName}
      user={{ name: actor.userName, email: actor.email }}
      signOut={
        <PlainForm action={signOutAction}>
          <MenuButton type="submit">
            <LogOut aria-hidden />
            {getCatalog(locale).shell.signOut}
          </MenuButton>
        </PlainForm>
      }
    >
      <DraftOwner userId={actor.userId}>{children}</DraftOwner>
    </AppShell>
  );
}
