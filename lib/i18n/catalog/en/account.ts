import type { account as source } from "../zh-TW/account";

export const account: typeof source = {
  title: "Account",
  profile: {
    title: "Profile",
    name: "Name",
    nameHelp: "Your colleagues see it in chats.",
    email: "Email",
    emailHelp: "You sign in with it. It can’t be changed at present.",
    saved: "Profile saved",
  },
  password: {
    title: "Password",
    description: "Changing it signs out your other devices.",
    current: "Current password",
    next: "New password",
    submit: "Change password",
    submitting: "Changing…",
    saved: "Password changed, other devices signed out",
  },
  sessions: {
    title: "Signed-in devices",
    current: "This device",
    lastActive: "Last used",
    device: (browser, system) => `${browser} on ${system}`,
    unknownBrowser: "Unknown browser",
    unknownSystem: "unknown system",
    signOut: "Sign out",
    signOutLabel: (device) => `Sign out ${device}`,
    signedOut: "That device is signed out",
    signOutOthers: "Sign out other devices",
    signedOutOthers: "Other devices are signed out",
  },
  preferences: {
    title: "Preferences",
    language: "Language",
    theme: "Theme",
  },
};
