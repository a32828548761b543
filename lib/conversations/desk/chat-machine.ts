import { Prisma } from "@/lib/db/generated/client";
import { ConversationState } from "@/lib/db/generated/enums";

/**
 * What happens to a chat: its visitor writes, or asks for a person; a member takes it, is given it, hands it back to
 * the bot, closes it, or puts it off until a time; that time is there; who took it has left.
 */
export type ChatEvent =
  | "said"
  | "asked"
  | "take"
  | "assign"
  | "hand_back"
  | "close"
  | "snooze"
  | "wake"
  | "left";

/**
 * `reopened`: waiting where a member had taken the chat and its state is of the last day, else with the bot. `back`:
 * with the member who has it, else waiting for anybody.
 */
type Next = ConversationState | "reopened" | "back" | null;

/** What a chat's state becomes by each event; null where the event isn't for it. The only such table. */
export const chatMachine: Record<ConversationState, Record<ChatEvent, Next>> = {
  bot: {
    said: "bot",
    asked: "waiting",
    take: "taken",
    assign: "taken",
    hand_back: null,
    close: "closed",
    snooze: "snoozed",
    wake: null,
    left: null,
  },
  waiting: {
    said: "waiting",
    asked: "waiting",
    take: "taken",
    assign: "taken",
    hand_back: "bot",
    close: "closed",
    snooze: "snoozed",
    wake: null,
    left: null,
  },
  taken: {
    said: "taken",
    asked: "taken",
    take: null,
    assign: "taken",
    hand_back: "bot",
    close: "closed",
    snooze: "snoozed",
    wake: null,
    left: "waiting",
  },
  snoozed: {
    said: "back",
    asked: "back",
    take: "taken",
    assign: "taken",
    hand_back: "bot",
    close: "closed",
    snooze: "snoozed",
    wake: "back",
    left: null,
  },
  closed: {
    said: "reopened",
    asked: "waiting",
    take: "taken",
    assign: "taken",
    hand_back: "bot",
    close: null,
    snooze: null,
    wake: null,
    left: null,
  },
};

/**
 * The state of row `c` after the event, as SQL; null where the event isn't for it. `at` is SQL of the
 * time of the event.
 */
export function nextState(event: ChatEvent, at: Prisma.Sql): Prisma.Sql {
  const cases = Object.values(ConversationState).flatMap((state) => {
    const next = chatMachine[state][event];
    if (next === state) return [];
    return Prisma.sql`WHEN '${Prisma.raw(state)}' THEN ${toSql(next, at)}`;
  });
  return Prisma.sql`(CASE c.state ${Prisma.join(cases, " ")} ELSE c.state END)`;
}

/** Each change of row `c` has a time of its own, later than the one before, whatever the clocks say. */
export function nextStateAt(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`GREATEST(${at}, c.state_at + interval '1 millisecond')`;
}

function toSql(next: Next, at: Prisma.Sql): Prisma.Sql {
  if (next === null) return Prisma.sql`NULL`;
  if (next === "reopened") return reopened(at);
  return next === "back" ? back : Prisma.raw(`'${next}'`);
}

const back = Prisma.sql`(CASE WHEN c.assignee_id IS NULL THEN 'waiting' ELSE 'taken' END)::conversation_state`;

function reopened(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(CASE WHEN c.taken_at IS NOT NULL AND c.state_at > ${at} - interval '1 day' THEN 'waiting' ELSE 'bot' END)::conversation_state`;
}
