import type { usage as source } from "@/lib/i18n/catalog/zh-TW/usage";

export const usage: typeof source = {
  title: "Usage",
  description: "The team’s plan, and how much of it is used this month.",
  plan: {
    title: "Plan",
    none: "This server has no plans: what is used is shown here, and nothing is limited.",
    until: (day) => `until ${day}`,
    noEnd: "no end",
    over: (day) => `over since ${day}`,
    change: "For another plan or more time, write to whoever runs this server:",
    noContact: "For another plan or more time, ask whoever runs this server.",
    see: "See the plans",
  },
  limits: {
    title: "What is used",
    messages: "Messages answered this month",
    bots: "Bots",
    documents: "Documents",
    characters: "Characters of all documents",
    seats: "Seats",
    noLimit: "no limit",
    full: "full",
  },
  month: {
    title: (month) => `The days of ${month}`,
    description: (zone) =>
      `Visitors’ messages that were answered, in the team’s time zone (${zone}). Counted each quarter of an hour.`,
    caption: "Messages answered each day",
    day: "Day",
    turns: "Messages",
    none: "No messages were answered this month yet.",
    soon: "What was answered just now is counted for its day within a quarter of an hour.",
  },
  months: {
    title: "Months before",
    none: "There are no months before this one.",
  },
  notice: {
    over: (day) =>
      `The team’s plan ended on ${day}. The bot points visitors to your staff, and nothing new can be added; all that was there stays.`,
    full: (most) =>
      `This month’s ${most} messages are used up. Until next month the bot points visitors to your staff.`,
    nearly: (used, most) => `${used} of this month’s ${most} messages are used.`,
    ends: (day) =>
      `The team’s plan runs until ${day}. After that the bot points visitors to your staff, and nothing new can be added.`,
    see: "See the usage",
  },
};
