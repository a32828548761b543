import type { ReactNode } from "react";

type ModeButtonProps = { isOn: boolean; icon?: ReactNode; onClick: () => void; children: string };

/** One of the ways to write: the one in use is marked. */
export function ModeButton({ isOn, icon, onClick, children }: ModeButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onClick}
      className={`inline-flex min-h-7 items-center gap-1.5 rounded-control border px-2 text-sm whitespace-nowrap transition-colors pointer-coarse:min-h-10 ${isOn ? "border-edge bg-surface-2 font-medium text-ink" : "border-transparent text-ink-soft hover:bg-surface-2 hover:text-ink"}`}
    >
      {icon}
      <span>{children}</span>
    </button>
  );
}
