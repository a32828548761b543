/** Looks shared by text inputs, text areas and selects. */
export const controlClass =
  "w-full min-w-0 rounded-control border border-edge bg-surface px-3 text-base text-ink transition-colors hover:border-ink-soft focus-visible:border-accent disabled:cursor-not-allowed disabled:bg-surface-2 disabled:text-ink-soft [&:is(input,textarea):read-only]:bg-surface-2 aria-invalid:border-bad";

/** For controls of one line; text areas set their own padding. */
export const controlHeightClass = "h-9 pointer-coarse:h-11";
