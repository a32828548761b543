import type { ReactNode } from "react";
import { Mark } from "@/components/brand/mark";
import { Wordmark } from "@/components/brand/wordmark";
import { ButtonLink } from "@/components/ui/button/button-link";
import { Menu } from "@/components/ui/icons";
import { Menu as Popup } from "@/components/ui/menu/menu";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { localeAddress } from "@/lib/i18n/locale-address";
import { paths, type SitePath } from "@/lib/paths";
import { LocaleSwitch } from "./preferences/locale-switch";
import type { Theme } from "./preferences/theme";
import { ThemeSwitch } from "./preferences/theme-switch";
import { SkipLink } from "./skip-link";

type SiteShellProps = {
  locale: Locale;
  theme: Theme;
  /** The page itself. */
  path: SitePath;
  /** Whether its address names the language: then its links name it, too. */
  isLocaleAddress: boolean;
  isSignedIn: boolean;
  isSignUpOpen: boolean;
  children: ReactNode;
};

type SiteLink = { path: SitePath; label: string };

/** The frame of the public site: its pages along the top, in a menu where they don't fit, and at the bottom. */
export function SiteShell({ locale, theme, path, isLocaleAddress, ...props }: SiteShellProps) {
  const { site, shell } = getCatalog(locale);
  const addressOf = (page: SitePath) => (isLocaleAddress ? localeAddress(locale, page) : page);
  const pages: SiteLink[] = [
    { path: paths.features, label: site.nav.features },
    { path: paths.howItWorks, label: site.nav.howItWorks },
    { path: paths.pricing, label: site.nav.pricing },
    { path: paths.questions, label: site.nav.questions },
    { path: paths.tools, label: site.nav.tools },
    { path: paths.developers, label: site.nav.developers },
  ];
  const more: SiteLink[] = [
    { path: paths.partners, label: site.nav.partners },
    { path: paths.privacy, label: site.nav.privacy },
    { path: paths.terms, label: site.nav.terms },
  ];
  const draw = (links: SiteLink[], className: string) =>
    links.map((link) => (
      <li key={link.path}>
        {/* No step of the router: these pages come without it. */}
        <a
          href={addressOf(link.path)}
          aria-current={link.path === path ? "page" : undefined}
          className={className}
        >
          {link.label}
        </a>
      </li>
    ));
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={shell.skipToContent} />
      <header className="mx-auto flex w-full max-w-[calc(70rem+64px)] items-center gap-x-4 px-4 py-4 md:px-8">
        <a href={addressOf(paths.home)} className="flex rounded-control p-1">
          <Wordmark />
        </a>
        <nav aria-label={site.siteNavigation} className="ml-4 hidden lg:block">
          <ul className="flex gap-1">
            {draw(
              pages,
              "inline-flex min-h-9 items-center rounded-control px-3 whitespace-nowrap text-ink-soft transition-colors hover:bg-surface-2 hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:min-h-11",
            )}
          </ul>
        </nav>
        <div className="ml-auto flex items-center gap-2">
          {props.isSignedIn ? (
            <ButtonLink href={paths.chats}>{site.dashboard}</ButtonLink>
          ) : (
            <>
              <ButtonLink
                href={paths.signIn}
                variant={props.isSignUpOpen ? "quiet" : "secondary"}
                className={props.isSignUpOpen ? "max-md:hidden" : ""}
              >
                {site.signIn}
              </ButtonLink>
              {props.isSignUpOpen && <ButtonLink href={paths.signUp}>{site.signUp}</ButtonLink>}
            </>
          )}
        </div>
        <nav aria-label={site.siteNavigation} className="lg:hidden">
          <Popup
            trigger={<Menu className="size-5" />}
            label={site.openMenu}
            triggerClassName="flex size-9 items-center justify-center rounded-control border border-transparent hover:bg-surface-2 pointer-coarse:size-11"
          >
            <ul>
              {draw(
                [...pages, ...more],
                "flex min-h-11 items-center rounded-[6px] px-3 hover:bg-surface-2 aria-[current=page]:font-medium",
              )}
              {!props.isSignedIn && (
                <li className="mt-1 border-t border-line pt-1">
                  <a
                    href={paths.signIn}
                    className="flex min-h-11 items-center rounded-[6px] px-3 hover:bg-surface-2"
                  >
                    {site.signIn}
                  </a>
                </li>
              )}
            </ul>
          </Popup>
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {props.children}
      </main>
      <footer className="border-t border-line text-sm text-ink-soft">
        <div className="mx-auto w-full max-w-[calc(70rem+64px)] px-4 py-6 md:px-8">
          <nav aria-label={site.footer.navigation}>
            <ul className="-mx-2 flex flex-wrap">
              {draw(
                [...pages, ...more],
                "inline-flex min-h-9 items-center rounded-control px-2 hover:text-ink aria-[current=page]:text-ink pointer-coarse:min-h-11",
              )}
            </ul>
          </nav>
          <div className="mt-4 flex flex-wrap items-center justify-between gap-4">
            <p className="flex items-center gap-2">
              <Mark className="size-4" />
              {site.footer.tagline} · {site.footer.license}
            </p>
            <div className="flex gap-2">
              <LocaleSwitch locale={locale} path={path} />
              <ThemeSwitch theme={theme} address={addressOf(path)} />
            </div>
          </div>
        </div>
      </footer>
    </div>
  );
}
