import type { findings as zhTW } from "../zh-TW/findings";

export const findings: typeof zhTW = {
  title: "Worth a look",
  link: (count) => `Worth a look: ${count.toLocaleString("en")}`,
  description:
    "Passages that disagree, repeat each other or are out of date. The bot may answer from the old one: choose which to keep.",
  ofDocument: "Only what concerns this document.",
  all: "Show all",
  none: "Nothing needs a look. Documents are checked again after each change.",
  pending: "The documents have just changed and are being checked again…",
  count: (count) => (count === 1 ? "1 place" : `${count.toLocaleString("en")} places`),
  notice: (count) =>
    count === 1
      ? "One place in this document is worth a look."
      : `${count.toLocaleString("en")} places in this document are worth a look.`,
  open: "Take a look",
  kinds: {
    contradiction: "Disagree",
    stale: "Out of date",
    duplicate: "Said twice",
    near_duplicate: "Nearly the same",
  },
  help: {
    contradiction: "Two places say different things about the same matter.",
    stale: "The bot still answers from this, but its time has passed.",
    duplicate: "The same text stands in two places: a change to one is easily forgotten in the other.",
    near_duplicate: "Two places answer the same thing in slightly different words.",
  },
  goneBy: (day) => `until ${day}`,
  written: "Written",
  openDocument: (title) => `See the whole document: ${title}`,
  seeDocument: "See the whole document",
  turnOff: "Turn this one off",
  turnOffLabel: (title) => `Turn this one off: ${title}`,
  keep: "Keep this",
  keepLabel: (title) => `Keep this: ${title}`,
  keepHelp: {
    replaced: "“Keep this” changes the other place to say the same, as a new version.",
    removed: "“Keep this” takes the other out of its document, as a new version.",
    stale: "What is taken out makes a new version; a document that holds nothing else goes to the bin.",
  },
  fromFile: (name) =>
    `Read from the file “${name}”: the file itself stays as it is, and a newer file replaces this text.`,
  fromWeb: (name) =>
    `Read from “${name}”: the page itself stays as it is, and when it changes it replaces this text.`,
  openSource: "See the source",
  remove: "Take this out",
  dismiss: "Both are right",
  dismissStale: "It is right",
  dismissed: "This will not be pointed out again unless the texts change.",
  recalled: "It is listed again.",
  done: {
    replaced: (title, number) => `“${title}” now says the same, as version ${number}.`,
    removed: (title, number) => `Taken out of “${title}”, as version ${number}.`,
    binned: (title) => `“${title}” held nothing else and is in the bin now.`,
  },
  undone: (title) => `“${title}” is as it was.`,
};
