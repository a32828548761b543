/** Where the frames link to. */
export const paths = {
  home: "/",
  chats: "/chats",
  bots: "/bots",
  botBin: "/bots/bin",
  team: "/team",
  jobs: "/team/jobs",
  account: "/account",
  signIn: "/sign-in",
  signUp: "/sign-up",
  forgot: "/forgot",
  demo: "/demo",
} as const;
