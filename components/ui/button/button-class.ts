export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium";
export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; isBlock?: boolean };

const base =
  "inline-flex items-center justify-center gap-2 rounded-control border font-medium whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-default aria-disabled:opacity-70";

const variants: Record<ButtonVariant, string> = {
  primary:
    "border-transparent bg-accent text-accent-ink enabled:hover:bg-[color-mix(in_oklab,var(--accent)_88%,var(--ink))] [a&]:hover:bg-[color-mix(in_oklab,var(--accent)_88%,var(--ink))]",
  secondary: "border-edge bg-surface text-ink enabled:hover:bg-surface-2 [a&]:hover:bg-surface-2",
  quiet: "border-transparent text-ink enabled:hover:bg-surface-2 [a&]:hover:bg-surface-2",
  danger:
    "border-transparent bg-bad text-bad-ink enabled:hover:bg-[color-mix(in_oklab,var(--bad)_88%,var(--ink))] [a&]:hover:bg-[color-mix(in_oklab,var(--bad)_88%,var(--ink))]",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-7 px-2 text-sm pointer-coarse:min-h-10",
  medium: "min-h-9 px-4 text-base pointer-coarse:min-h-11",
};

/** Classes that make a button, a link or a summary look like a button. */
export function buttonClass({
  variant = "secondary",
  size = "medium",
  isBlock = false,
}: ButtonLook = {}): string {
  return `${base} ${variants[variant]} ${sizes[size]} ${isBlock ? "w-full" : ""}`;
}
