import Link from "next/link";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { FilePlus2 } from "@/components/ui/icons";
import { botPaths } from "@/lib/bots/bot-paths";
import type { Turn } from "@/lib/conversations/turns/turn";

/** Leads to where a reply, staff's as it stands or the bot's corrected, is taken into the documents. */
export function AnswerLink({ turn, botId }: { turn: Turn; botId: string }) {
  const words = useDashboardCatalog().chats.transcript;
  return (
    <Link
      href={botPaths(botId).newAnswer(turn.conversationId, turn.id)}
      prefetch={false}
      className="inline-flex items-center gap-1 text-sm text-accent underline"
    >
      <FilePlus2 aria-hidden className="size-4" />
      <span>{turn.author === "bot" ? words.correctAnswer : words.makeAnswer}</span>
    </Link>
  );
}
