import type { ReactNode } from "react";
import { Mark } from "@/components/brand/mark";

type EmptyStateProps = {
  /** One sentence. */
  children: ReactNode;
  /** The one next step. */
  action?: ReactNode;
  icon?: ReactNode;
};

export function EmptyState({ children, action, icon = <Mark className="size-8" /> }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-4 px-6 py-12 text-center">
      <div className="text-edge">{icon}</div>
      <p className="max-w-96 text-balance text-ink-soft">{children}</p>
      {action}
    </div>
  );
}
