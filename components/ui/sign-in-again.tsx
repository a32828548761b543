"use client";

import { usePathname } from "next/navigation";
import { signInAgainPath } from "./session-over";
import { textLinkClass } from "./text-link-class";
import { useCatalog } from "./use-catalog";

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
