"use client";

import type { ReactNode } from "react";
import { OwnWords } from "./text/own-words";

type CardProps = {
  id?: string;
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  tone?: "plain" | "danger";
  /** Without padding, for a table or a list that brings its own. */
  isFlush?: boolean;
  className?: string;
  children?: ReactNode;
};

/** Drawn by the browser's own code, so that a page's data holds its words and not how they are set. */
export function Card({
  id,
  title,
  description,
  actions,
  footer,
  tone = "plain",
  isFlush = false,
  className = "",
  children,
}: CardProps) {
  const hasHead = title || description || actions;
  return (
    <section id={id} className={`card ${tone === "danger" ? "border-bad/45" : "border-line"} ${className}`}>
      {hasHead && (
        <header
          className={`card-head ${isFlush ? "border-b border-line py-4" : children ? "pt-4 sm:pt-6" : "py-4 sm:py-6"}`}
        >
          <div className="min-w-0">
            {title && <h2 className="font-semibold">{title}</h2>}
            {description && (
              <p className="text-ink-soft">
                {typeof description === "string" ? <OwnWords>{description}</OwnWords> : description}
              </p>
            )}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      {children && <div className={isFlush ? "" : "p-4 sm:p-6"}>{children}</div>}
      {footer && (
        <footer className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-paper px-4 py-3 sm:px-6">
          {footer}
        </footer>
      )}
    </section>
  );
}
