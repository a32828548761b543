import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-class";

type ButtonLinkProps = ButtonLook & ComponentProps<typeof Link> & { icon?: ReactNode };

export function ButtonLink({
  variant,
  size,
  isBlock,
  icon,
  className = "",
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link {...rest} className={`${buttonClass({ variant, size, isBlock })} ${className}`.trimEnd()}>
      {icon}
      {children}
    </Link>
  );
}
