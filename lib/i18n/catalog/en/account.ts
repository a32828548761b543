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
  picture: {
    title: "Picture",
    description:
      "Visitors and colleagues see it when you have a chat. It is shown round: the square in the middle of what you choose.",
    choose: "Choose a picture",
    change: "Choose another",
    sending: "Sending…",
    saved: "Picture changed",
    remove: "Remove picture",
    removed: "Picture removed",
  },
  alerts: {
    title: "Alerts and digest",
    description: (team: string) => `Only how you are told in “${team}”.`,
    mail: "Mail me when a visitor waits for a person",
    mailHelp:
      "At once while nobody has the dashboard open; else when nobody has taken the chat within 3 minutes. At most one mail every 5 minutes.",
    withoutMail:
      "Mail isn’t set up on this site, so none is sent. Keep the dashboard open: a sound, notifications and the count in the menu tell you.",
    sound: "Sound",
    soundHelp:
      "A short sound when a visitor waits, while the dashboard is open. Click anywhere in the page once, or the browser keeps it silent.",
    notification: "Browser notifications",
    notificationHelp:
      "Not allowed in this browser yet. Once allowed, you also see them while you work in another window.",
    notificationOn: "Allowed in this browser. You see them while you work in another window.",
    notificationDenied: "This browser blocks them. Allow them in the site settings beside the address.",
    notificationMissing: "This browser has no notifications, or the address isn’t https.",
    allowNotification: "Allow notifications",
    quiet: "Quiet hours",
    quietHelp: (zone: string, hasMail: boolean) =>
      `${hasMail ? "No mail, no sound and no notification. If somebody still waits afterwards, you get a mail then." : "No sound and no notification."} Time zone: ${zone}.`,
    quietFrom: "From",
    quietTo: "To",
    digest: "Daily digest by mail",
    digestHelp: (zone) =>
      `Sums up the day before: chats, what wasn’t answered, who still waits. Not sent where nobody came and nobody waits. Time zone: ${zone}.`,
    digestWithoutMail: "No mail server is set on this installation, so none is sent.",
    noDigest: "Never",
    submit: "Save alerts",
    saved: "How you are told is saved",
    waiting: "A visitor waits for a person",
    given: (name) => `${name} gave you a chat`,
    returned: "A chat you put off is back",
  },
  botAlerts: {
    title: "Bots that you are told of",
    description:
      "Of a bot that is off you aren’t told when a visitor waits, and it isn’t in the menu’s counts or in your digest. Its chats stay in the list, and you still hear of chats that a colleague gives you.",
    isOn: (name) => `You are told when a visitor of “${name}” waits`,
    isOff: (name) => `You aren’t told of “${name}” any more`,
    isOffForAll: "Everybody turned it off, so all are still told: no visitor waits unheard.",
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
