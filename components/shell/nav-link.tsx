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
      className="group relative flex flex-1 flex-col items-center justify-center gap-0.5 rounded-control px-1 py-1 text-sm text-ink-soft transition-colors hover:bg-surface-2 hover:text-ink [&[aria-current]]:font-medium [&[aria-current]]:text-ink md:flex-none md:py-2 md:[&[aria-current]]:bg-surface-2 xl:min-h-9 xl:flex-row xl:justify-start xl:gap-3 xl:px-3 xl:py-1 xl:text-base [&_svg]:size-5 xl:[&_svg]:size-4.5"
    >
      <span aria-hidden className="group-[[aria-current]]:text-accent">
        {icon}
      </span>
      <span className="max-w-full truncate">{label}</span>
      {badge}
    </Link>
  );
}
