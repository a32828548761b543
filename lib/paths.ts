/** Where the frames link to. */
export const paths = {
  home: "/",
  chats: "/chats",
  leads: "/leads",
  bots: "/bots",
  botBin: "/bots/bin",
  team: "/team",
  jobs: "/team/jobs",
  replies: "/team/replies",
  account: "/account",
  signIn: "/sign-in",
  signUp: "/sign-up",
  forgot: "/forgot",
  demo: "/demo",
  features: "/features",
  howItWorks: "/how-it-works",
  questions: "/questions",
  tools: "/tools",
  charactersTool: "/tools/characters",
  wordingTool: "/tools/wording",
  contrastTool: "/tools/contrast",
  snippetTool: "/tools/snippet",
  answerTool: "/tools/answer",
  developers: "/developers",
  openApi: "/api/openapi.json",
  privacy: "/privacy",
  terms: "/terms",
} as const;

/** The public site, which `SITE=0` leaves out. */
export const sitePaths = [
  paths.home,
  paths.features,
  paths.howItWorks,
  paths.questions,
  paths.tools,
  paths.charactersTool,
  paths.wordingTool,
  paths.contrastTool,
  paths.snippetTool,
  paths.answerTool,
  paths.developers,
  paths.privacy,
  paths.terms,
] as const;

export type SitePath = (typeof sitePaths)[number];
