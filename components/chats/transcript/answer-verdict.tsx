import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Badge } from "@/components/ui/badge";

type AnswerVerdictProps = {
  /** As a turn has it. */
  answered: boolean | null;
  /** Whether it says something of the documents. */
  isQuoting: boolean;
};

/** How sure an answer was, in a word; nothing for what asked nothing. */
export function AnswerVerdict({ answered, isQuoting }: AnswerVerdictProps) {
  const words = useDashboardCatalog().chats.verdicts;
  if (answered === null) return null;
  if (answered) return <Badge tone="good">{words.sure}</Badge>;
  return <Badge tone="warn">{isQuoting ? words.unsure : words.notFound}</Badge>;
}
