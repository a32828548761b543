import { ChevronDown } from "@/components/ui/icons";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";

/** There is no mail server here: whoever runs the site makes the link. */
export function ForgotPassword({ locale }: { locale: Locale }) {
  const { signIn } = getCatalog(locale).auth;
  return (
    <details className="group mt-6 border-t border-line pt-4 text-ink-soft">
      <summary className="flex items-center justify-between gap-2 rounded-control hover:text-ink">
        {signIn.forgot}
        <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <p className="mt-2">{signIn.forgotHelp}</p>
    </details>
  );
}
