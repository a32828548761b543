import type { ReactNode } from "react";
import { Circle, CircleAlert, CircleCheck, CircleDot, TriangleAlert } from "@/components/ui/icons";

export type BadgeTone = "plain" | "accent" | "good" | "warn" | "bad";

type BadgeProps = {
  tone?: BadgeTone;
  /** Another icon than the tone's own; `null` for none, where the words alone tell the state. */
  icon?: ReactNode;
  title?: string;
  children: ReactNode;
};

const looks = {
  plain: { Icon: Circle, box: "bg-surface-2", icon: "text-ink-soft" },
  accent: { Icon: CircleDot, box: "bg-accent-soft", icon: "text-accent" },
  good: { Icon: CircleCheck, box: "bg-good-soft", icon: "text-good" },
  warn: { Icon: TriangleAlert, box: "bg-warn-soft", icon: "text-warn" },
  bad: { Icon: CircleAlert, box: "bg-bad-soft", icon: "text-bad" },
};

/** A state in a word, with a shape of its own beside the colour. */
export function Badge({ tone = "plain", icon, title, children }: BadgeProps) {
  const look = looks[tone];
  return (
    <span
      title={title}
      className={`inline-flex max-w-full items-center gap-1 rounded-full px-2 py-px text-sm text-ink forced-colors:border [&_svg]:size-3.5 [&_svg]:shrink-0 ${look.box}`}
    >
      {icon !== null && (
        <span aria-hidden className={look.icon}>
          {icon ?? <look.Icon />}
        </span>
      )}
      <span className="truncate">{children}</span>
    </span>
  );
}
