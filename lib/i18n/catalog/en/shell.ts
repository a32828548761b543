import type { shell as source } from "../zh-TW/shell";
import { failed } from "./failed";

export const shell: typeof source = {
  skipToContent: "Skip to content",
  mainNavigation: "Main",
  userMenu: "Account menu",
  chats: "Chats",
  leads: "Leads",
  openLeads: (count) =>
    count === 1 ? "1 lead without an answer" : `${count > 999 ? "999+" : count} leads without an answer`,
  bots: "Bots",
  team: "Team",
  account: "Account",
  signOut: "Sign out",
  signingOut: "Signing out…",
  language: "Language",
  theme: "Theme",
  themeSystem: "System",
  themeLight: "Light",
  themeDark: "Dark",
  waiting: (count) => (count === 1 ? "1 waits for a person" : `${count} wait for a person`),
  notFound: {
    title: "Page not found",
    description: "The address may be mistyped, the page deleted, or it belongs to another team.",
    action: "Go to the home page",
    backTo: (place) => `Back to ${place.toLowerCase()}`,
  },
  fileGone: {
    title: "This file can’t be opened any more",
    description: "The link may have ended, or the file is deleted. Please ask for a new link.",
    action: "Go to the home page",
  },
  failed,
  forbidden: {
    title: "Your role can’t see this page",
    description: "If you need it, ask an owner of the team to change your role.",
    action: "Back to chats",
  },
  unauthorized: {
    title: "Sign in first",
    description: "You’ll come back to this page afterwards.",
  },
};
