import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { AnswerVerdict } from "@/components/chats/transcript/answer-verdict";
import { TurnSources } from "@/components/chats/transcript/turn-sources";
import { Markup } from "@/components/ui/text/markup";
import type { Answer } from "@/lib/answers/answer";
import type { AnswerTrace } from "@/lib/answers/trace/answer-trace";
import { languageOf } from "@/lib/language/language-of";
import { AnswerWhy } from "./answer-why";

export type AskedQuestion = { question: string; answer: Answer; trace: AnswerTrace };

type AskedAnswerProps = { botId: string; asked: AskedQuestion; showsSources: boolean };

const bubbleClass = "w-fit max-w-[92%] rounded-[14px] border px-3 py-2 [overflow-wrap:anywhere]";

/** The chat that a visitor would see, and below it how sure the bot is and why. */
export function AskedAnswer({ botId, asked, showsSources }: AskedAnswerProps) {
  const words = useBotCatalog().bots.tryIt;
  const { question, answer, trace } = asked;
  const bubbles = answer.bubbles.map((text, index) => ({ key: index, text }));
  return (
    <>
      <div className="flex flex-col items-start gap-2">
        <p
          lang={languageOf(question)}
          translate="no"
          className={`${bubbleClass} self-end rounded-tr-[4px] border-transparent bg-accent-soft`}
        >
          {question}
        </p>
        {bubbles.map(({ key, text }) => (
          <div
            key={key}
            lang={languageOf(text)}
            translate="no"
            className={`${bubbleClass} rounded-tl-[4px] border-line bg-paper`}
          >
            <Markup text={text} />
          </div>
        ))}
        {showsSources && answer.sources.length > 0 && (
          <TurnSources sources={answer.sources} botId={botId} align="start" />
        )}
      </div>
      <div className="flex flex-col gap-2">
        <p className="flex flex-wrap items-center gap-2">
          <AnswerVerdict answered={answer.answered} isQuoting={answer.sources.length > 0} />
          <span className="text-sm text-ink-soft">{words.verdicts[verdictOf(answer)]}</span>
        </p>
        <AnswerWhy botId={botId} trace={trace} />
      </div>
    </>
  );
}

function verdictOf({ answered, answeredBy, sources, degraded }: Answer) {
  if (answeredBy === "person") return "person";
  if (answered === null) return "smallTalk";
  if (degraded) return "degraded";
  if (answered) return answeredBy === "model" ? "model" : "sure";
  return sources.length > 0 ? "unsure" : "notFound";
}
