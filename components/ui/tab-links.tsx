"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { use, useEffect, useRef } from "react";
import { NavigationContext } from "./navigation-area";

type TabLinksProps = {
  label: string;
  tabs: ReadonlyArray<{
    href: string;
    label: string;
    count?: number;
    /** Not current on pages below it. */
    isExact?: boolean;
  }>;
};

/** The pages of one thing, as links; they scroll sideways where there is no room. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  const here = usePathname();
  const path = use(NavigationContext)?.split("?")[0] ?? here;
  const ref = useRef<HTMLElement>(null);

  useEffect(() => {
    if (path) ref.current?.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest" });
  }, [path]);

  return (
    <nav
      ref={ref}
      aria-label={label}
      className="-mx-4 mb-6 overflow-x-auto border-b border-line px-4 [scrollbar-width:none] md:mx-0 md:px-0"
    >
      <ul className="flex gap-4 md:gap-6">
        {tabs.map((tab) => {
          const isHere = path === tab.href || (!tab.isExact && path.startsWith(`${tab.href}/`));
          return (
            <li key={tab.href}>
              <Link href={tab.href} aria-current={isHere ? "page" : undefined} className="tab-link">
                {tab.label}
                {tab.count !== undefined && <span className="text-sm text-ink-soft">{tab.count}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
