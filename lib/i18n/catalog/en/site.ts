import type { site as source } from "../zh-TW/site";

export const site: typeof source = {
  metaTitle: "Dawen 答問: answers from your own documents",
  metaDescription:
    "Add your documents on returns, shipping and hours, paste one line on your site, and visitors get answers that quote the original text.",
  signIn: "Sign in",
  signUp: "Sign up",
  dashboard: "Open dashboard",
  siteNavigation: "Site",
  hero: {
    title: "Customers ask. Your documents answer,\nwith the sentence to show for it.",
    lead: "Write down your returns, shipping and opening hours, and paste one line on your site. Dawen finds the answer in your documents and quotes the sentence it came from. What isn’t written there, it says it doesn’t know.",
    primary: "Make a bot",
    demo: "See the demo shop",
  },
  picture: {
    label:
      "Picture: a shop’s document on the left, the widget on the right answering with one of its sentences.",
    documentTitle: "Returns",
    documentKind: "Document",
    documentBefore: "We want you to drink tea you like.",
    documentQuote: "Unopened tea can be returned within 7 days of delivery, and we pay the postage.",
    documentAfter:
      "Opened goods can’t be returned for hygiene reasons. If something is wrong with them, send us a photo and we’ll send new ones.",
    documentSecond:
      "Refunds go to the original means of payment within 5 working days of the goods reaching us.",
    botName: "Mountain Mist Tea",
    botState: "AI support",
    welcome: "Hello, how can I help you?",
    question: "Can I return my order?",
    answer: "Yes. Unopened tea can come back within 7 days of delivery, and we pay the postage.",
    sourceFrom: "From “Returns”",
    secondQuestion: "Who is your president?",
    secondAnswer:
      "I can’t find an answer to that in the shop’s documents. Someone from the shop can reply to you.",
    placeholder: "Write a message…",
  },
  steps: {
    title: "Three things, and it’s live",
    items: [
      {
        title: "Add documents",
        text: "Paste them or write them here. They answer the moment you save, and when you change the words, the next answer changes too.",
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
        text: "It doesn’t guess what isn’t written. The visitor can rephrase, or wait for a person.",
      },
      {
        title: "Your data stays with you",
        text: "You host it and one command starts it. It answers without a model key, too.",
      },
    ],
  },
  footer: {
    tagline: "Site support that answers from your documents",
    license: "Open source under the MIT licence",
  },
};
