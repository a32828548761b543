import { z } from "zod";
import { isDay } from "@/lib/conversations/inbox/query/chat-query";
import { idInput } from "@/lib/id-input";

/** Open until a member replied, handed the chat back or closed it, and again when its visitor waits for a person. */
export const leadStates = ["open", "answered", "closed"] as const;
export type LeadState = (typeof leadStates)[number];

/** Code points of a search. */
export const maxLeadSearch = 100;

const day = z.string().max(10).refine(isDay);
const fields = {
  q: z.string().max(4 * maxLeadSearch),
  state: z.enum(leadStates),
  bot: idInput,
  from: day,
  to: day,
};

/** A LeadQuery as an address of ours has it; anything else is refused. What is left empty isn't asked for. */
export const leadQueryInput = z.object({
  q: orNone(fields.q),
  state: orNone(fields.state),
  bot: orNone(fields.bot),
  from: orNone(fields.from),
  to: orNone(fields.to),
});
/** Which leads are wanted; days are those of the team's time zone, both inclusive. */
export type LeadQuery = Partial<z.output<typeof leadQueryInput>>;
export const leadQueryNames = ["q", "state", "bot", "from", "to"] as const;

/** Reads what stands in an address of the page: what can't be read is as if it weren't there. */
export function readLeadQuery(read: (name: string) => string | undefined): LeadQuery {
  const lenient = <Value>(name: keyof typeof fields, field: z.ZodType<Value>) => {
    const value = read(name)?.replaceAll("\0", "");
    return value ? field.safeParse(value).data : undefined;
  };
  return {
    q: lenient("q", fields.q),
    state: lenient("state", fields.state),
    bot: lenient("bot", fields.bot),
    from: lenient("from", fields.from),
    to: lenient("to", fields.to),
  };
}

/** As it stands in an address, always in the same order: `q=tea&state=open`; empty for all leads. */
export function writeLeadQuery(query: LeadQuery): string {
  const given = leadQueryNames.flatMap((name) => (query[name] ? [[name, query[name]]] : []));
  return new URLSearchParams(given).toString();
}

function orNone<Value>(field: z.ZodType<Value>) {
  return z.union([z.literal("").transform(() => undefined), field]).optional();
}
