"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { ArrowLeft } from "@/components/ui/icons";

type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Beside the title: a badge or an avatar. */
  aside?: ReactNode;
  actions?: ReactNode;
  back?: { href: string; label: string };
};

/** Drawn by the browser's own code, as cards are. */
export function PageHeader({ title, description, aside, actions, back }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-col gap-2">
      {back && (
        <Link
          href={back.href}
          className="-ml-1 inline-flex w-fit items-center gap-1 rounded-control px-1 py-0.5 text-sm text-ink-soft hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-xl">{title}</h1>
            {aside}
          </div>
          {description && <p className="mt-1 max-w-form text-ink-soft">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  );
}
