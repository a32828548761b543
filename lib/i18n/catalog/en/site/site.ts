import type { site as source } from "@/lib/i18n/catalog/zh-TW/site/site";

export const site: typeof source = {
  metaTitle: "Dawen 答問: answers from your own documents",
  metaDescription:
    "Add your documents on returns, shipping and hours, paste one line on your site, and visitors get answers that quote the original text.",
  signIn: "Sign in",
  signUp: "Sign up",
  dashboard: "Open dashboard",
  siteNavigation: "Site",
  openMenu: "Open the menu",
  nav: {
    features: "Features",
    howItWorks: "How it works",
    pricing: "Pricing",
    questions: "Questions",
    partners: "Partners",
    tools: "Tools",
    developers: "Developers",
    privacy: "Privacy",
    terms: "Terms",
  },
  hero: {
    title: "Customers ask.\nYour documents answer.",
    lead: "Write down your returns, shipping and opening hours, and paste one line on your site. Dawen finds the answer in your documents and quotes the sentence it came from. What isn’t written there, it says it doesn’t know.",
    primary: "Make a bot",
    demo: "See the demo shop",
    ask: "Ask it something",
  },
  picture: {
    label:
      "Picture: a shop’s document on the left, the widget on the right answering with one of its sentences.",
    documentTitle: "Returns and exchanges",
    documentKind: "Document",
    documentBefore: "Seven days to decide",
    documentQuote:
      "Online orders can be returned: you have 7 days from the day after delivery, need give no reason, and we pay the postage.",
    documentAfter: "If the last day is a holiday, the next working day counts.",
    documentSecond:
      "The seven days are for looking at the goods, not for tasting. Opening the outer box is fine.",
    botName: "Wujiao Tea",
    botState: "AI support",
    question: "Can I return my order?",
    answer: "Yes. You have 7 days from the day after delivery, and the shop pays the postage.",
    sourceFrom: "From “Returns and exchanges”",
    secondQuestion: "Who is your president?",
    secondAnswer:
      "I can’t find an answer to that in the shop’s documents. Try other words, or ask for a person.",
    placeholder: "What would you like to know?",
  },
  ask: {
    title: "Ask it now",
    text: "The button in the corner is the widget that you would put on your site. It has read this site’s questions and answers and nothing else: ask it about Dawen and it quotes the sentence; ask it anything else and it says that isn’t there.",
    kept: (days) =>
      `What you ask here is kept on this server, and deleted after ${days} days without activity.`,
    examples: "For example",
    questions: "This is the page it reads: questions and answers",
  },
  steps: {
    title: "Three things, and it’s live",
    items: [
      {
        title: "Add documents",
        text: "Write them here, hand in files, or give an address. What you write answers the moment you save, and when you change the words, the next answer changes too.",
      },
      {
        title: "Paste one line",
        text: "Anywhere before </body>. Colour, corner, name and welcome text are edited with a preview beside them.",
      },
      {
        title: "Watch every chat",
        text: "What visitors asked, what was quoted and what went unanswered, live on one screen for the whole team.",
      },
    ],
  },
  snippet: {
    title: "Installing is this line",
    description: "Put your bot’s token in data-token; its Install page has the line ready to copy.",
  },
  promises: {
    title: "How it answers",
    items: [
      {
        title: "Quotes must match",
        text: "Each quote is compared with your document letter by letter. One that doesn’t match is never shown.",
      },
      {
        title: "Not knowing is an answer",
        text: "It doesn’t guess what isn’t written. The visitor can rephrase or ask for a person, and the team sees that at once.",
      },
      {
        title: "Your data stays with you",
        text: "You host it and one command starts it. It answers without a model key, too.",
      },
    ],
  },
  footer: {
    navigation: "At the end of the page",
    tagline: "Site support that answers from your documents",
    license: "Open source under the MIT licence",
  },
};
