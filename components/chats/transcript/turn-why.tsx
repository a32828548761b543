import Link from "next/link";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Disclosure } from "@/components/ui/disclosure";
import { textLinkClass } from "@/components/ui/text-link-class";
import { botPaths } from "@/lib/bots/bot-paths";
import type { Turn } from "@/lib/conversations/turns/turn";

type TurnWhyProps = { turn: Turn; question: Turn | undefined; botId: string | undefined };

/** Why the bot answered so, as far as a chat keeps it: how sure it was and what it quoted. */
export function TurnWhy({ turn, question, botId }: TurnWhyProps) {
  const words = useDashboardCatalog().chats.why;
  const { answered, confidence, sources } = turn;
  if (answered === null || confidence === null) return null;
  const asked = question?.bubbles[0];
  return (
    <Disclosure label={words.title} align="end" className="flex max-w-full flex-col open:w-full">
      <div className="mt-1 flex flex-col gap-1 rounded-control border border-line bg-surface px-3 py-2">
        <p>{answered ? words.sure : sources.length > 0 ? words.unsure : words.notFound}</p>
        <p className="tabular-nums">{words.confidence(`${Math.round(confidence * 1000) / 10}%`)}</p>
        <p className="text-ink-soft">
          {words.kept}{" "}
          {asked && botId && (
            <Link
              href={`${botPaths(botId).knowledge}?${new URLSearchParams({ ask: asked })}#ask`}
              className={textLinkClass}
            >
              {words.askAgain}
            </Link>
          )}
        </p>
      </div>
    </Disclosure>
  );
}
