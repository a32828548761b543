import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "@/components/brand/mark";
import { Wordmark } from "@/components/brand/wordmark";
import { ButtonLink } from "@/components/ui/button/button-link";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { paths } from "@/lib/paths";
import { LocaleSwitch } from "./locale-switch";
import { SkipLink } from "./skip-link";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";

type SiteShellProps = { locale: Locale; theme: Theme; isSignedIn?: boolean; children: ReactNode };

export function SiteShell({ locale, theme, isSignedIn = false, children }: SiteShellProps) {
  const { site, shell } = getCatalog(locale);
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={shell.skipToContent} />
      <header className="mx-auto flex w-full max-w-[calc(70rem+64px)] items-center justify-between gap-4 px-4 py-4 md:px-8">
        <Link href={paths.home} className="rounded-control p-1">
          <Wordmark />
        </Link>
        <nav aria-label={site.siteNavigation} className="flex items-center gap-2">
          {isSignedIn ? (
            <ButtonLink href={paths.chats}>{site.dashboard}</ButtonLink>
          ) : (
            <>
              <ButtonLink href={paths.signIn} variant="quiet">
                {site.signIn}
              </ButtonLink>
              <ButtonLink href={paths.signUp}>{site.signUp}</ButtonLink>
            </>
          )}
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <footer className="border-t border-line">
        <div className="mx-auto flex w-full max-w-[calc(70rem+64px)] flex-wrap items-center justify-between gap-4 px-4 py-6 text-sm text-ink-soft md:px-8">
          <p className="flex items-center gap-2">
            <Mark className="size-4" />
            {site.footer.tagline} · {site.footer.license}
          </p>
          <div className="flex gap-2">
            <LocaleSwitch locale={locale} />
            <ThemeSwitch theme={theme} locale={locale} />
          </div>
        </div>
      </footer>
    </div>
  );
}
