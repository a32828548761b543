"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "@/components/brand/mark";
import { Avatar } from "@/components/ui/avatar/avatar";
import { PlainForm } from "@/components/ui/form/plain-form";
import {
  Bot,
  ChevronsUpDown,
  LogOut,
  Mail,
  MessagesSquare,
  UserRound,
  UsersRound,
} from "@/components/ui/icons";
import { Menu } from "@/components/ui/menu/menu";
import { MenuButton } from "@/components/ui/menu/menu-button";
import { MenuLink } from "@/components/ui/menu/menu-link";
import { NavigationArea } from "@/components/ui/navigation-area";
import { useCatalog } from "@/components/ui/words/use-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { languageOf } from "@/lib/language/language-of";
import { paths } from "@/lib/paths";
import { NavLink } from "./nav-link";
import { PendingView } from "./pending-view";
import { LocaleSwitch } from "./preferences/locale-switch";
import type { Theme } from "./preferences/theme";
import { ThemeSwitch } from "./preferences/theme-switch";
import { SkipLink } from "./skip-link";
import { WaitingBadge } from "./waiting-badge";

type AppShellProps = {
  locale: Locale;
  theme: Theme;
  teamName: string;
  user: { name: string; email: string; face?: string | undefined };
  signOut: (form: FormData) => Promise<void>;
  /** Above every page. */
  notice?: ReactNode;
  children: ReactNode;
};

/**
 * The frame of the dashboard: a side bar, of signs only on tablets; on phones a top and a bottom bar. Drawn by the
 * browser's own code: a page carries it once more, around what says that there is no such page.
 */
export function AppShell({ locale, theme, teamName, user, signOut, notice, children }: AppShellProps) {
  const { shell } = useCatalog();
  const menu = <UserMenu {...{ locale, theme, user, signOut }} />;
  return (
    <NavigationArea className="min-h-dvh md:grid md:grid-cols-[var(--shell-side)_minmax(0,1fr)]">
      <SkipLink label={shell.skipToContent} />
      <aside className="sticky top-0 z-20 flex h-(--shell-top) items-center gap-2 border-b border-line bg-paper px-4 md:h-dvh md:flex-col md:gap-6 md:border-r md:border-b-0 md:px-1 md:py-4 xl:items-stretch xl:px-4 print:hidden">
        <Link
          href={paths.chats}
          className="flex min-w-0 flex-1 items-center gap-3 rounded-control font-semibold md:flex-none xl:px-3 xl:py-1"
        >
          <Mark className="size-5 text-accent" />
          <span translate="no" lang={languageOf(teamName)} className="truncate md:max-xl:sr-only">
            {teamName}
          </span>
        </Link>
        <nav
          aria-label={shell.mainNavigation}
          className="fixed inset-x-0 bottom-0 z-20 flex h-(--shell-bottom) gap-1 border-t border-line bg-paper px-2 pt-1 pb-[calc(4px+env(safe-area-inset-bottom))] md:static md:h-auto md:w-full md:flex-1 md:flex-col md:border-0 md:p-0"
        >
          <NavLink
            href={paths.chats}
            label={shell.chats}
            icon={<MessagesSquare />}
            badge={<WaitingBadge of="waiting" />}
          />
          <NavLink
            href={paths.leads}
            label={shell.leads}
            icon={<Mail />}
            badge={<WaitingBadge of="openLeads" />}
          />
          <NavLink href={paths.bots} label={shell.bots} icon={<Bot />} />
          <NavLink href={paths.team} label={shell.team} icon={<UsersRound />} />
          <NavLink href={paths.account} label={shell.account} icon={<UserRound />} />
        </nav>
        {menu}
      </aside>
      <main
        id="main"
        tabIndex={-1}
        className="w-full max-w-[calc(70rem+64px)] px-4 pt-6 pb-[calc(var(--shell-bottom)+32px)] outline-none md:mx-auto md:px-8 md:pt-8 md:pb-12"
      >
        {notice}
        <PendingView>{children}</PendingView>
      </main>
    </NavigationArea>
  );
}

function UserMenu({
  locale,
  theme,
  user,
  signOut,
}: Pick<AppShellProps, "locale" | "theme" | "user" | "signOut">) {
  const { shell } = useCatalog();
  return (
    <Menu
      align="start"
      triggerClassName="flex min-w-0 items-center gap-3 rounded-control text-left transition-colors hover:bg-surface-2 md:p-1 xl:px-2 xl:py-2"
      trigger={
        <>
          <span className="sr-only">{shell.userMenu}</span>
          <Avatar name={user.name} imageUrl={user.face} size="medium" />
          <span translate="no" className="hidden min-w-0 flex-1 xl:block">
            <span lang={languageOf(user.name)} className="block truncate font-medium">
              {user.name}
            </span>
            <span className="block truncate text-sm text-ink-soft">{user.email}</span>
          </span>
          <ChevronsUpDown aria-hidden className="hidden size-4 shrink-0 text-ink-soft xl:block" />
        </>
      }
    >
      <div translate="no" className="px-3 pt-2 pb-3 xl:hidden">
        <p lang={languageOf(user.name)} className="truncate font-medium">
          {user.name}
        </p>
        <p className="truncate text-sm text-ink-soft">{user.email}</p>
      </div>
      <div className="flex flex-col gap-2 px-2 py-2">
        <LocaleSwitch locale={locale} />
        <ThemeSwitch theme={theme} />
      </div>
      <hr className="my-1 border-line" />
      <MenuLink href={paths.account}>
        <UserRound aria-hidden />
        {shell.account}
      </MenuLink>
      <PlainForm action={signOut}>
        <MenuButton type="submit">
          <LogOut aria-hidden />
          {shell.signOut}
        </MenuButton>
      </PlainForm>
    </Menu>
  );
}
