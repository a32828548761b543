import type { replies as source } from "../zh-TW/replies";

export const replies: typeof source = {
  title: "Ready replies",
  description: "What your team often says. Type / in a chat to find it; names and hours are filled in.",
  shortcut: "Or type /",
  keys: "↑↓ to move, Enter to insert, Esc to close",
  manage: "Manage ready replies",
  stages: {
    opening: { title: "Opening", help: "When you have just taken over." },
    going_on: { title: "Going on", help: "Asking for details, asking to wait." },
    handing_over: {
      title: "Handing over and closing",
      help: "Passing it to a colleague, saying when somebody is there, goodbye.",
    },
  },
  add: "Add",
  none: "No replies in this set yet.",
  name: "Name",
  nameHelp: "What you find it by after /.",
  stage: "When it is used",
  text: "Text",
  textHelp: (names) => `These are filled in: ${names}. A visitor without a name is spoken to without one.`,
  save: "Save",
  cancel: "Cancel",
  change: "Edit",
  changeNamed: (name) => `Edit “${name}”`,
  remove: "Delete",
  removeNamed: (name) => `Delete “${name}”`,
  removed: (name) => `“${name}” is deleted.`,
  restore: "Undo",
};
