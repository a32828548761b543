"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, use } from "react";
import { NavigationContext } from "@/components/ui/navigation-area";

type NavLinkProps = {
  href: string;
  icon: ReactNode;
  label: string;
  /** Stands at the sign. */
  badge?: ReactNode;
};

/** A place of the app: a row in the side bar, a column in the phone's bottom bar. */
export function NavLink({ href, icon, label, badge }: NavLinkProps) {
  const here = usePathname();
  const path = use(NavigationContext)?.split("?")[0] ?? here;
  const isHere = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={isHere ? (path === href ? "page" : "true") : undefined}
      className="group nav-link"
    >
      <span aria-hidden className="group-[[aria-current]]:text-accent">
        {icon}
      </span>
      <span className="max-w-full truncate">{label}</span>
      {badge}
    </Link>
  );
}
