import Link from "next/link";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Badge } from "@/components/ui/badge";
import { FilePlus2, ThumbsDown, ThumbsUp } from "@/components/ui/icons";
import { LocalTime } from "@/components/ui/text/local-time";
import { Markup } from "@/components/ui/text/markup";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import type { Turn } from "@/lib/conversations/turns/turn";
import { languageOf } from "@/lib/language/language-of";
import { hasMask } from "@/lib/language/mask-personal";
import { AnswerLink } from "./answer-link";
import { AnswerVerdict } from "./answer-verdict";
import { type NoteActions, NoteView } from "./note-view";
import { ReplyMailState } from "./reply-mail-state";
import { TurnPictureView } from "./turn-picture";
import { TurnSources } from "./turn-sources";
import { TurnWhy } from "./turn-why";

type TurnViewProps = {
  turn: Turn;
  /** Whether it holds what is searched for: the hit that is shown, or another. */
  mark: "shown" | "other" | null;
  previous: Turn | undefined;
  /** The visitor's turn that this one answers. */
  question: Turn | undefined;
  botId: string | undefined;
  canWriteKnowledge: boolean;
  noteActions: NoteActions;
};

const markClass = {
  shown: "rounded-card outline-2 outline-offset-4 outline-accent",
  other: "rounded-card outline-1 outline-offset-4 outline-edge outline-dashed",
};
const bubbleClass = "w-fit max-w-full rounded-[14px] border px-4 py-2 [overflow-wrap:anywhere]";

export function TurnView({ previous, mark, noteActions, ...of }: TurnViewProps) {
  const { turn } = of;
  const isHydrated = useIsHydrated();
  const isVisitor = turn.author === "visitor";
  // Where a day begins depends on the viewer's zone.
  const isNewDay = isHydrated && (!previous || dayOf(previous.at) !== dayOf(turn.at));
  return (
    <li
      data-turn={turn.id}
      aria-current={mark === "shown" ? "true" : undefined}
      className="flex scroll-my-6 flex-col gap-1"
    >
      {isNewDay && (
        <p className="my-2 text-center text-sm text-ink-soft">
          <LocalTime value={turn.at} look="day" />
        </p>
      )}
      <div
        className={`flex max-w-[88%] flex-col gap-1 ${isVisitor ? "items-start" : "items-end self-end"} ${mark ? markClass[mark] : ""}`}
      >
        {turn.note ? (
          <NoteView turn={{ ...turn, note: turn.note }} actions={noteActions} />
        ) : (
          <Said {...of} />
        )}
      </div>
    </li>
  );
}

type SaidProps = Omit<TurnViewProps, "previous" | "mark" | "noteActions">;

/** What was said in a turn, and what became of it. */
function Said({ turn, question, botId, canWriteKnowledge }: SaidProps) {
  const words = useDashboardCatalog().chats;
  const bubbles = turn.bubbles.map((text, index) => ({ key: `${turn.id}:${index}`, text }));
  const isVisitor = turn.author === "visitor";
  return (
    <>
      <p className="flex items-center gap-2 text-sm text-ink-soft">
        <span translate={turn.authorName ? "no" : undefined}>
          {isVisitor ? words.transcript.visitor : turn.authorName || words.transcript.bot}
        </span>
        <LocalTime value={turn.at} look="time" />
      </p>
      {turn.picture && (
        <TurnPictureView
          conversationId={turn.conversationId}
          picture={turn.picture}
          word={turn.bubbles.join("\n")}
        />
      )}
      {bubbles.map(({ key, text }) =>
        turn.picture ? null : isVisitor ? (
          <p
            key={key}
            lang={languageOf(text)}
            translate="no"
            className={`${bubbleClass} whitespace-pre-wrap rounded-tl-[4px] border-line bg-surface`}
          >
            {text}
          </p>
        ) : (
          <div
            key={key}
            lang={languageOf(text)}
            translate="no"
            className={`${bubbleClass} rounded-tr-[4px] border-transparent bg-accent-soft`}
          >
            <Markup text={text} />
          </div>
        ),
      )}
      {isVisitor && turn.bubbles.some(hasMask) && (
        <p className="text-sm text-ink-soft">{words.transcript.masked}</p>
      )}
      {turn.sources.length > 0 && <TurnSources sources={turn.sources} botId={botId} />}
      {turn.mail && <ReplyMailState mail={turn.mail} />}
      <TurnFooter {...{ turn, question, botId, canWriteKnowledge }} />
      {turn.author === "bot" && <TurnWhy {...{ turn, question, botId }} />}
    </>
  );
}

function TurnFooter({ turn, question, botId, canWriteKnowledge }: SaidProps) {
  const words = useDashboardCatalog().chats;
  if (turn.author === "visitor") {
    if (turn.state === "pending") return <p className="text-sm text-ink-soft">{words.transcript.pending}</p>;
    if (turn.state === "failed") return <Badge tone="bad">{words.transcript.failed}</Badge>;
    if (turn.state === "aborted") return <Badge>{words.transcript.aborted}</Badge>;
    return null;
  }
  if (turn.picture) return null;
  if (turn.author === "agent" && botId && canWriteKnowledge) return <AnswerLink {...{ turn, botId }} />;
  if (turn.author !== "bot" || (turn.answered === null && !turn.feedback?.rating)) return null;
  return (
    <div className="flex flex-wrap items-center justify-end gap-2">
      {turn.feedback?.rating && <Thumb {...turn.feedback} rating={turn.feedback.rating} />}
      {turn.degraded && (
        <Badge tone="warn" title={words.transcript.degradedHelp}>
          {words.transcript.degraded}
        </Badge>
      )}
      {!turn.degraded && <AnswerVerdict answered={turn.answered} isQuoting={turn.sources.length > 0} />}
      {turn.answered === false && question && botId && canWriteKnowledge && (
        <Link
          href={`/bots/${botId}/knowledge/new?title=${encodeURIComponent(question.bubbles[0] ?? "")}`}
          className="inline-flex items-center gap-1 text-sm text-accent underline"
        >
          <FilePlus2 aria-hidden className="size-4" />
          <span>{words.transcript.addDocument}</span>
        </Link>
      )}
      {turn.answered && botId && canWriteKnowledge && <AnswerLink {...{ turn, botId }} />}
    </div>
  );
}

type ThumbProps = { rating: "up" | "down"; reason: string };

/** What the visitor thought of an answer, and why. */
function Thumb({ rating, reason }: ThumbProps) {
  const words = useDashboardCatalog().chats.transcript;
  const isUp = rating === "up";
  const label = isUp ? words.ratedUp : words.ratedDown;
  return (
    <span title={label} className="inline-flex max-w-full items-start gap-1 text-sm text-ink">
      {isUp ? (
        <ThumbsUp aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
      ) : (
        <ThumbsDown aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
      )}
      <span className="sr-only">{label}</span>
      {reason && (
        <span translate="no" className="min-w-0 break-words">
          {`「${reason}」`}
        </span>
      )}
    </span>
  );
}

function dayOf(at: number): string {
  return new Date(at).toDateString();
}
