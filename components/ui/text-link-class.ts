/** Looks of a link inside text. */
export const textLinkClass =
  "rounded-[2px] text-accent underline decoration-1 decoration-[color-mix(in_oklab,var(--accent)_40%,transparent)] underline-offset-3 transition-colors hover:decoration-current";
