import { keepWorking } from "@/lib/background-work";
import type { Ctx } from "@/lib/context";
import type { ChatEvent } from "@/lib/contract/events";
import type { Person } from "@/lib/contract/person";
import { watchChat } from "@/lib/conversations/feed/team-feed";
import { noteShown } from "@/lib/conversations/reply-mails/note-shown";
import { logError } from "@/lib/log";
import { type ChatNews, readChatEvents, type VisitorChat } from "./read-chat-events";
import { personNamed } from "./to-person";

/** What the feed doesn't say is found at the latest then. */
const lookMs = 60_000;
const retryMs = 2_000;
/**
 * What is written to a line may never arrive. One that told of a reply which is mailed unless the page has it ends
 * soon: the page comes back at once, and says by its position what it has. Pages take a line that ends within ten
 * seconds for one that is cut.
 */
const shortestLineMs = 12_000;
const confirmAfterMs = 2_000;
/** A page that leaves a line on which nobody has the chat any more had what was told so shortly before. */
const leavesWithinMs = 10_000;

export type ChatFollower = {
  onEvent: (event: ChatEvent) => void;
  /** The chat is gone, or the key no longer counts. */
  onEnd: () => void;
};

/**
 * Tells what is said in a visitor's chat after a position, in order and once, and then its state and how far the member
 * who has it has read, at first and whenever that is another; and when that member types. The team's feed says when to
 * look, the archive what there is. Returns how to stop.
 */
export function followChat(
  ctx: Pick<Ctx, "db" | "kv" | "now">,
  teamId: string,
  chat: VisitorChat,
  after: string,
  { onEvent, onEnd }: ChatFollower,
): () => void {
  let position = after;
  let shownState = "";
  let shownSeen: string | null = null;
  let person: Person | undefined;
  let isStopped = false;
  let isReading = false;
  let isAskedAgain = false;
  const startedAt = Date.now();
  /** When it told last of a reply that is mailed unless the page has it. */
  let awaitedAt = 0;
  let hasHandoff = true;
  let confirming: NodeJS.Timeout | undefined;

  const look = async () => {
    if (isStopped) return;
    if (isReading) {
      isAskedAgain = true;
      return;
    }
    isReading = true;
    try {
      do {
        isAskedAgain = false;
        const news = await readChatEvents(ctx, chat, position);
        if (isStopped) return;
        if (!news) return end();
        for (const data of news.turns) {
          position = data.turn_id;
          onEvent({ event: "turn", data });
        }
        if (news.awaitsPage) {
          awaitedAt = Date.now();
          const wait = Math.max(startedAt + shortestLineMs - awaitedAt, confirmAfterMs);
          confirming ??= setTimeout(end, wait).unref();
        }
        if (news.hasMore) isAskedAgain = true;
        else showState(news);
      } while (isAskedAgain);
    } catch (error) {
      logError("a visitor's chat could not be read, and is soon", error);
      if (!isStopped) setTimeout(() => void look(), retryMs).unref();
    } finally {
      isReading = false;
    }
  };
  const showState = ({ state, seen }: ChatNews) => {
    hasHandoff = state.handoff;
    person = state.person;
    if (shownState !== JSON.stringify(state)) {
      shownState = JSON.stringify(state);
      onEvent({ event: "state", data: state });
    }
    if (seen === null || shownSeen === seen) return;
    shownSeen = seen;
    onEvent({ event: "seen", data: { turn_id: seen } });
  };
  const typistOf = (name: string) => (person?.name === name ? person : personNamed(name));
  const stopWatching = watchChat(ctx, teamId, chat.conversationId, {
    onNews: () => void look(),
    onPulse: (pulse) => {
      if (pulse.type === "seen") void look();
      if (pulse.type === "presence" && pulse.doing === "typing" && pulse.hasIt && !isStopped)
        onEvent({ event: "typing", data: { person: typistOf(pulse.member.name) } });
    },
  });
  const timer = setInterval(() => void look(), lookMs);
  timer.unref();
  const leave = () => {
    if (isStopped) return;
    stop();
    if (hasHandoff || Date.now() - awaitedAt > leavesWithinMs) return;
    const noted = noteShown(ctx, chat.conversationId, position);
    keepWorking(noted.catch((error) => logError("a reply that was shown may be mailed as well", error)));
  };
  const stop = () => {
    isStopped = true;
    clearInterval(timer);
    clearTimeout(confirming);
    stopWatching();
  };
  const end = () => {
    stop();
    onEnd();
  };
  void look();
  return leave;
}
