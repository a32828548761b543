"use client";

import Link from "next/link";
import { ChevronDown } from "@/components/ui/icons";
import { textLinkClass } from "@/components/ui/text-link-class";
import { useCatalog } from "@/components/ui/words/use-catalog";
import { paths } from "@/lib/paths";

/** The way on for who forgot their password; without a mail server whoever runs the site makes the link. */
export function ForgotPassword({ hasMail }: { hasMail: boolean }) {
  const { signIn } = useCatalog().auth;
  if (hasMail)
    return (
      <p className="mt-6 border-t border-line pt-4">
        <Link href={paths.forgot} className={textLinkClass}>
          {signIn.forgot}
        </Link>
      </p>
    );
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
