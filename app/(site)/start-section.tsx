import { getDemoToken } from "@/app/demo/get-demo-token";
import { ButtonLink } from "@/components/ui/button/button-link";
import { getContext } from "@/lib/context";
import { env } from "@/lib/env";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { paths } from "@/lib/paths";

/** The ways on from a page that was read to its end, as far as this server has them. */
export async function StartSection({ locale }: { locale: Locale }) {
  const words = getCatalog(locale).sitePages.start;
  const isSignUpOpen = env().SIGNUP === "open";
  const hasDemo = (await getDemoToken(await getContext())) !== null;
  if (!isSignUpOpen && !hasDemo) return null;
  return (
    <section className="mt-6 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 rounded-card border border-line bg-surface p-6">
      <div>
        <h2 className="font-semibold">{words.title}</h2>
        {isSignUpOpen && <p className="mt-1 text-ink-soft">{words.text}</p>}
      </div>
      <div className="flex flex-wrap gap-2">
        {isSignUpOpen && (
          <ButtonLink href={paths.signUp} variant="primary">
            {words.action}
          </ButtonLink>
        )}
        {hasDemo && <ButtonLink href={paths.demo}>{words.demo}</ButtonLink>}
      </div>
    </section>
  );
}
