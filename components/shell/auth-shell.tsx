"use client";

import type { ReactNode } from "react";
import { Wordmark } from "@/components/brand/wordmark";
import { OwnWords } from "@/components/ui/text/own-words";
import { useCatalog } from "@/components/ui/words/use-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { paths } from "@/lib/paths";
import { LocaleSwitch } from "./preferences/locale-switch";
import type { Theme } from "./preferences/theme";
import { ThemeSwitch } from "./preferences/theme-switch";
import { SkipLink } from "./skip-link";

type AuthShellProps = {
  locale: Locale;
  theme: Theme;
  title: ReactNode;
  description?: ReactNode;
  /** Under the card, e.g. the way to the other form. */
  footer?: ReactNode;
  children?: ReactNode;
};

/** The frame of what comes before somebody is signed in. */
export function AuthShell({ locale, theme, title, description, footer, children }: AuthShellProps) {
  const { shell } = useCatalog();
  return (
    <div className="flex min-h-dvh flex-col items-center gap-6 px-4 pt-[max(32px,12vh)] pb-6">
      <SkipLink label={shell.skipToContent} />
      <header>
        <a href={paths.home} className="block rounded-control p-1">
          <Wordmark />
        </a>
      </header>
      <main id="main" tabIndex={-1} className="w-full max-w-100 outline-none">
        <div className="rounded-card border border-line bg-surface p-6 sm:p-8">
          <h1 className="text-lg">{typeof title === "string" ? <OwnWords>{title}</OwnWords> : title}</h1>
          {description && <p className="mt-1 text-ink-soft">{description}</p>}
          {children && <div className="mt-6">{children}</div>}
        </div>
        {footer && <div className="mt-4 text-center text-ink-soft">{footer}</div>}
      </main>
      <footer className="mt-auto flex gap-2 pt-6">
        <LocaleSwitch locale={locale} />
        <ThemeSwitch theme={theme} />
      </footer>
    </div>
  );
}
