import type { ComponentProps, ReactNode } from "react";
import { Mark } from "@/components/brand/mark";
import { type ButtonLook, buttonClass } from "./button-class";

export type ButtonProps = ButtonLook &
  ComponentProps<"button"> & {
    icon?: ReactNode;
    /** Shows the pulsing mark and announces that work is under way; the button keeps its focus. */
    isPending?: boolean;
  };

export function Button({
  variant,
  size,
  isBlock,
  icon,
  isPending = false,
  className = "",
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={isPending || undefined}
      aria-busy={isPending || undefined}
      className={`${buttonClass({ variant, size, isBlock })} ${className}`.trimEnd()}
    >
      {isPending ? <Mark className="size-4 animate-pulse-soft" /> : icon}
      {children}
    </button>
  );
}
