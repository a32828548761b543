import type { ReactNode } from "react";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "@/components/ui/icons";

type NoticeProps = {
  tone?: "info" | "good" | "warn" | "bad";
  /** Read out at once when it appears. */
  isUrgent?: boolean;
  action?: ReactNode;
  children: ReactNode;
};

const looks = {
  info: { Icon: Info, box: "bg-accent-soft border-accent/30", icon: "text-accent" },
  good: { Icon: CircleCheck, box: "bg-good-soft border-good/30", icon: "text-good" },
  warn: { Icon: TriangleAlert, box: "bg-warn-soft border-warn/30", icon: "text-warn" },
  bad: { Icon: CircleAlert, box: "bg-bad-soft border-bad/30", icon: "text-bad" },
};

export function Notice({ tone = "info", isUrgent = false, action, children }: NoticeProps) {
  const { Icon, box, icon } = looks[tone];
  return (
    <div
      role={isUrgent ? "alert" : undefined}
      className={`flex items-start gap-2 rounded-control border px-3 py-2 ${box}`}
    >
      <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${icon}`} />
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}
