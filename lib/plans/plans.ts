export type PlanLimits = {
  /** Those in the bin are none; so are documents there. */
  bots: number | null;
  /** Visitors' turns that are answered in a month of the team's time zone. */
  messages: number | null;
  documents: number | null;
  /** Of the texts that answer, together, as JavaScript counts them. */
  characters: number | null;
  /** Members, and invitations that are still open. */
  seats: number | null;
  /** The longest that conversations may be set to be kept. */
  retentionDays: number | null;
};

/** What a team may have, null for as much as it likes. A plan is a row here, and nothing else knows its numbers. */
export const plans = {
  trial: {
    days: 14,
    limits: { bots: 1, messages: 300, documents: 100, characters: 500_000, seats: 3, retentionDays: 30 },
  },
  starter: {
    days: null,
    limits: { bots: 2, messages: 1_000, documents: 300, characters: 2_000_000, seats: 5, retentionDays: 90 },
  },
  pro: {
    days: null,
    limits: {
      ...{ bots: 10, messages: 10_000, documents: 3_000, characters: 20_000_000 },
      ...{ seats: 20, retentionDays: 365 },
    },
  },
  unlimited: {
    days: null,
    limits: {
      ...{ bots: null, messages: null, documents: null, characters: null },
      ...{ seats: null, retentionDays: null },
    },
  },
} as const satisfies Record<string, { days: number | null; limits: PlanLimits }>;

export type PlanName = keyof typeof plans;

export const planNames = Object.keys(plans) as PlanName[];

export function isPlanName(name: string): name is PlanName {
  return Object.hasOwn(plans, name);
}
