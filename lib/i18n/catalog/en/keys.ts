import type { keys as source } from "../zh-TW/keys";

export const keys: typeof source = {
  title: "API keys",
  description: "Let programs of yours act in this team: put documents, check answers, read chats.",
  reference: "How to use them: API reference",
  make: {
    title: "Add a key",
    name: "Name",
    nameHelp: "The program that uses it, such as “Docs sync”.",
    scopes: "What it may do",
    scopesHelp: "Give only what it needs.",
    days: "When it ends",
    lifetimes: { "30": "In 30 days", "90": "In 90 days", "365": "In a year", "": "Not by itself" },
    submit: "Add key",
    submitting: "Adding…",
    made: (name) =>
      `“${name}” is ready. The key is shown only this once: copy it now, into your program’s environment.`,
  },
  list: "This team’s keys",
  none: "No keys yet.",
  scopes: {
    "bots:read": { label: "Read bots", help: "The list of bots and their settings." },
    "bots:write": { label: "Change bots’ settings", help: "On or off, looks, greeting, answers." },
    "knowledge:read": {
      label: "Read documents and pairs",
      help: "Their text and state, and search in them.",
    },
    "knowledge:write": {
      label: "Change documents and pairs",
      help: "Put, update and delete; what is deleted stays in the bin for 30 days.",
    },
    "answers:check": { label: "Check answers", help: "Asks as a visitor would. Nothing is recorded." },
    "conversations:read": { label: "Read chats", help: "The list, what was said, and unanswered questions." },
    "conversations:export": { label: "Export chats", help: "Whole transcripts." },
    "conversations:delete": { label: "Delete chats", help: "They can’t be brought back." },
  },
  by: (name) => `Added by ${name}`,
  neverUsed: "Never used",
  used: (time) => `Used ${time}`,
  expires: (time) => `Ends ${time}`,
  forGood: "Doesn’t end by itself",
  ended: { expired: "Expired", revoked: "Revoked" },
  revoke: {
    submit: "Revoke",
    label: (name) => `Revoke “${name}”`,
    title: (name) => `Revoke “${name}”?`,
    description: "Programs that use this key stop working at once. This can’t be undone.",
    done: (name) => `Revoked “${name}”`,
  },
};
