import type { ReactNode } from "react";
import { ChevronDown } from "./icons";

type DisclosureProps = {
  label: string;
  /** On which side its label stands. */
  align?: "start" | "end";
  className?: string;
  children: ReactNode;
};

/** What few ask for, folded away below its label. */
export function Disclosure({ label, align = "start", className = "", children }: DisclosureProps) {
  return (
    <details className={`group text-sm ${className}`}>
      <summary
        className={`flex w-fit cursor-pointer list-none items-center gap-1 text-ink-soft hover:text-ink ${align === "end" ? "ml-auto" : ""}`}
      >
        <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
        <span>{label}</span>
      </summary>
      {children}
    </details>
  );
}
