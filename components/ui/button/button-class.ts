export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium";
export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; isBlock?: boolean };

/** Classes that make a button, a link or a summary look like a button; what they mean stands in app/parts.css. */
export function buttonClass({
  variant = "secondary",
  size = "medium",
  isBlock = false,
}: ButtonLook = {}): string {
  return `button button-${variant} button-${size}${isBlock ? " w-full" : ""}`;
}
