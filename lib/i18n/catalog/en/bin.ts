import type { bin as source } from "../zh-TW/bin";

export const bin: typeof source = {
  title: "Bin",
  open: "Bin",
  botsDescription:
    "Deleted bots stay here for 30 days. Restoring one brings back its documents, chats and the widget on your pages.",
  documentsDescription:
    "Deleted documents stay here for 30 days. They answer nothing while they are here, and at once when restored.",
  botsEmpty: "No deleted bots.",
  documentsEmpty: "No deleted documents.",
  deleted: (time) => `Deleted ${time}`,
  purged: (time) => `Gone for good ${time}`,
  restore: "Restore",
  restoreLabel: (name) => `Restore “${name}”`,
  restored: (name) => `“${name}” is back`,
  namesake: (name) => `“${name}” is back. Two bots have this name now.`,
  purge: "Delete for good",
  purgeLabel: (name) => `Delete for good: “${name}”`,
  purgeTitle: (name) => `Delete “${name}” for good?`,
  purgeBot: "Its documents, chats and visitors’ details go at once and can’t be brought back.",
  purgeDocument: "All its versions go at once and can’t be brought back.",
  purgedNow: (name) => `“${name}” was deleted for good`,
};
