"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, use } from "react";
import { NavigationContext } from "@/components/ui/navigation-area";

type NavLinkProps = { href: string; icon: ReactNode; label: string; badge?: { text: string; label: string } };

/** A place of the app: a row in the side bar, a column in the phone's bottom bar. */
export function NavLink({ href, icon, label, badge }: NavLinkProps) {
  const here = usePathname();
  const path = use(NavigationContext)?.split("?")[0] ?? here;
  const isHere = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={isHere ? (path === href ? "page" : "true") : undefined}
      className="group relative flex flex-1 flex-col items-center justify-center gap-0.5 rounded-control px-3 py-1 text-sm text-ink-soft transition-colors hover:bg-surface-2 hover:text-ink [&[aria-current]]:font-medium [&[aria-current]]:text-ink md:min-h-9 md:flex-none md:flex-row md:justify-start md:gap-3 md:text-base md:[&[aria-current]]:bg-surface-2 [&_svg]:size-5 md:[&_svg]:size-4.5"
    >
      <span aria-hidden className="group-[[aria-current]]:text-accent">
        {icon}
      </span>
      <span className="truncate">{label}</span>
      {badge && (
        <span
          title={badge.label}
          className="absolute top-0.5 left-[calc(50%+6px)] min-w-5 rounded-full bg-accent px-1.5 text-center text-sm text-accent-ink md:static md:ml-auto"
        >
          <span aria-hidden>{badge.text}</span>
          <span className="sr-only">{badge.label}</span>
        </span>
      )}
    </Link>
  );
}
