"use client";

import { usePathname } from "next/navigation";
import { textLinkClass } from "@/components/ui/text-link-class";
import { useCatalog } from "@/components/ui/words/use-catalog";
import { signInAgainPath } from "./session-over";

/** Beside the news that the session is over: signing in happens in another tab, so what was typed stays here. */
export function SignInAgain() {
  const { auth, common } = useCatalog();
  return (
    <a href={signInAgainPath(usePathname())} target="_blank" rel="noreferrer" className={textLinkClass}>
      {auth.signIn.again}
      <span className="sr-only">{common.opensNewTab}</span>
    </a>
  );
}
