import type { leads as original } from "../zh-TW/leads";

/** What the page of leads says. */
export const leads: typeof original = {
  title: "Leads",
  description: "Visitors who left a phone number or an email address and await an answer.",
  states: { open: "Open", answered: "Answered", closed: "Closed" },
  anyState: "All",
  columns: {
    at: "Time",
    state: "State",
    name: "Name",
    phone: "Phone",
    email: "Email",
    question: "Question",
    bot: "Bot",
    site: "Site",
    consent: "Agreed to",
    consentAt: "Agreed at",
    policy: "Privacy policy then",
    chat: "Chat",
  },
  who: "Visitor",
  contact: "Contact",
  nameless: "No name",
  noQuestion: "No question",
  filters: {
    search: "Find a name, number, address or question",
    state: "State",
    bot: "Bot",
    allBots: "All",
    from: "From",
    to: "To",
    zone: (timeZone) => `Days are those of the team’s time zone (${timeZone}).`,
    apply: "Apply",
    clear: "Clear",
  },
  download: "Download CSV",
  downloadHelp: (rows) =>
    `The CSV has the leads of these filters, ${rows} at most; Excel, Numbers and Google Sheets open it. A ' before a number keeps its first 0.`,
  empty:
    "Nobody has left a contact yet. Visitors who ask for a person while nobody is there are offered a form.",
  toHours: "See the bots",
  none: "No lead fits these filters.",
  next: "Earlier leads",
  first: "Back to the newest",
};
