import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { getAddressLocale, getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getRequestTheme } from "@/components/shell/preferences/request-theme";
import { SiteShell } from "@/components/shell/site-shell";
import { env } from "@/lib/env";
import type { SitePath } from "@/lib/paths";
import { getActor } from "@/lib/session/current-actor";

type SitePageProps = { path: SitePath; children: ReactNode };

/** A page of the public site in its frame; not found where `SITE=0` leaves the site out. */
export async function SitePage({ path, children }: SitePageProps) {
  if (env().SITE === "0") notFound();
  const [locale, addressLocale, theme, actor] = await Promise.all([
    getRequestLocale(),
    getAddressLocale(),
    getRequestTheme(),
    getActor(),
  ]);
  return (
    <SiteShell
      locale={locale}
      theme={theme}
      path={path}
      isLocaleAddress={addressLocale !== null}
      isSignedIn={actor !== null}
      isSignUpOpen={env().SIGNUP === "open"}
    >
      {children}
    </SiteShell>
  );
}
