import type { sitePages as source } from "@/lib/i18n/catalog/zh-TW/site/site-pages";

export const sitePages: typeof source = {
  start: {
    title: "Ask it something?",
    text: "Make a bot, paste one document, and try a question in the dashboard right away.",
    action: "Make a bot",
    demo: "See the demo shop",
  },
  features: {
    title: "Features",
    description:
      "Answers from your documents with their quotes, a way to a person, live chats, looks and installing: what Dawen does today, one by one.",
    lead: "Only what works today stands here. Try any of them for yourself.",
    groups: [
      {
        title: "Answers",
        points: [
          {
            title: "Quotes with every answer",
            text: "Each quote was compared with your document letter by letter. Visitors unfold it and see which document it is from.",
          },
          {
            title: "No guessing",
            text: "What isn’t found, it says so, and how to reach you. How sure it must be before it answers is up to you.",
          },
          {
            title: "Understands how people type",
            text: "Simplified and traditional characters, full and half width, typos and everyday words count as the same. Add your customers’ own nicknames for things.",
          },
          {
            title: "Two questions in one message",
            text: "“Can I return it? What’s the postage?” is looked up in two parts and answered together.",
          },
          {
            title: "A language model is optional",
            text: "Without one it answers in your documents’ own sentences. With one, each sentence it says must still be found in your documents.",
          },
        ],
      },
      {
        title: "Documents",
        points: [
          {
            title: "Paste or write",
            text: "They answer the moment you save; when you change the words, the next answer changes. Headings, lists and tables are understood.",
          },
          {
            title: "Hand in files",
            text: "PDF, Word, Excel, slides, CSV, HTML, Markdown, text, and ZIP files of these. You look at what was read; it answers once you publish it.",
          },
          {
            title: "Read your website",
            text: "Give the address of a page or a whole site. It is looked at again on a schedule, and you decide on pages that are new.",
          },
          {
            title: "Go back when you slip",
            text: "Every save keeps a version: see what differs, and restore it. What you delete waits 30 days in the bin.",
          },
          {
            title: "Try before it’s live",
            text: "See what it would quote and why it answers so. Trying leaves no record.",
          },
        ],
      },
      {
        title: "Chats",
        points: [
          {
            title: "Live",
            text: "What visitors asked, what was quoted and what went unanswered, on one screen for the whole team.",
          },
          {
            title: "A way to a person",
            text: "When a visitor asks for a person, the chat is marked as waiting. Your team takes it, replies right there, and hands it back to the bot.",
          },
          {
            title: "When nobody is there",
            text: "Set your hours, and visitors read when somebody will be there. Who can’t wait leaves a contact; all of them are on one page, with a CSV file.",
          },
          {
            title: "Told when somebody waits",
            text: "The dashboard rings and notifies. Where the server has mail set up, a letter comes when nobody has it open.",
          },
          {
            title: "Reply faster",
            text: "A slash finds your ready replies, and a draft can be made from the documents. Visitors never see notes among staff.",
          },
          {
            title: "Personal numbers are masked",
            text: "Taiwan’s ID, card and mobile numbers that visitors type are made unreadable before they are stored.",
          },
          {
            title: "Know how well it answers",
            text: "Visitors rate answers up or down. One click turns an unanswered question into a document.",
          },
          {
            title: "Made for a team",
            text: "Owners, editors and agents see and do different things.",
          },
        ],
      },
      {
        title: "The widget on your site",
        points: [
          {
            title: "One line to paste",
            text: "On any site that takes HTML: Shopify, WordPress, or your own.",
          },
          {
            title: "Looks like yours",
            text: "Colour, corner, name, picture, welcome text and quick questions, with a preview beside them. Text on your colour is made readable by itself.",
          },
          {
            title: "Four languages",
            text: "The widget itself speaks traditional and simplified Chinese, English and Japanese, as the page does or as you choose.",
          },
          {
            title: "Leaves your page alone",
            text: "No cookies, no other sites, works under a strict content security policy, with a keyboard and with a screen reader.",
          },
        ],
      },
      {
        title: "Hosting",
        points: [
          {
            title: "One command starts it",
            text: "Database and store are built in. No keys and no other services.",
          },
          {
            title: "Grows with you",
            text: "PostgreSQL, Redis and several instances side by side: each is one environment variable.",
          },
          {
            title: "Your data, to take along",
            text: "One command makes a backup in one file, another brings it back.",
          },
        ],
      },
    ],
  },
  howItWorks: {
    title: "How it works",
    description:
      "Five steps from signing up to answers on your site, and what Dawen does once a visitor has asked.",
    lead: "With your returns or shipping notes at hand, going through it once takes about as long as a cup of tea.",
    steps: {
      title: "From nothing to live",
      items: [
        { title: "Sign up and make a bot", text: "A name is enough; everything else can be changed later." },
        {
          title: "Add the first document",
          text: "Begin with what customers ask most, such as returns. One document about one thing is found best.",
        },
        {
          title: "Ask it yourself",
          text: "Use your customers’ words. Where the answer is off, see which passage it quoted, and mend the document.",
        },
        {
          title: "Choose its looks",
          text: "Pick a colour and a corner, write a welcome. The preview is what visitors will see.",
        },
        {
          title: "Paste it on your site",
          text: "Copy one line and put it before </body>. The dashboard tells you on which domain it was seen.",
        },
      ],
    },
    inside: {
      title: "After a visitor asks",
      items: [
        {
          title: "It is written down first",
          text: "The message is stored and on your team’s screen before an answer is looked for.",
        },
        {
          title: "Passages are found",
          text: "Scripts, widths and different words for the same thing are brought together, and the closest passages found.",
        },
        {
          title: "Close enough?",
          text: "Close enough is answered; close to it is answered with “not quite sure”; anything else is honestly not found.",
        },
        {
          title: "Every quote is checked",
          text: "What will be shown is compared with the stored text letter by letter. What doesn’t match isn’t shown.",
        },
        {
          title: "The answer, with its source",
          text: "The visitor sees the answer and the original words; your team sees where they came from.",
        },
      ],
    },
    after: {
      title: "Once it’s live",
      items: [
        {
          title: "Look at what went unanswered",
          text: "The questions marked “not found” are the documents to write next.",
        },
        {
          title: "Look at who is waiting",
          text: "When a visitor wants a person, a number shows in the menu and in the tab’s title.",
        },
      ],
    },
  },
  privacy: {
    title: "Privacy",
    description: "What this server keeps, where, for how long, and how it is deleted.",
    updated: "29 November 2026",
    updatedLabel: "Last changed",
    lead: (operator: string) =>
      `This server is run by ${operator}. This page says what it keeps, why and for how long. Sites that carry the widget are run by their own shops, whose notices come first.`,
    someOperator: "those who set it up",
    visitors: {
      title: "Visitors who ask on a site",
      items: [
        "We keep what you write, the bot’s answers, your ratings, the addresses of the pages you asked on and their language, and the names of your browser and system, so that the shop’s team can see and handle them.",
        "If the page tells the widget who you are (such as a name and an e-mail address), that is kept as well, marked as said by the page and unverified.",
        "Your network address (IP) is used for a short time to count requests and stop abuse. It is not written into chats.",
        "The widget sets no cookie. The chat, and what you typed and have not sent, stay in your browser, so that they go on from page to page; the widget’s menu clears the chat and its form.",
        "The shop chooses how long chats stay: they are deleted after 30, 90, 180 or 365 days without activity, or kept.",
      ],
    },
    ownWidget: (days) =>
      `The same is true of the widget on this site’s first page. What is asked there is this server’s own, and deleted after ${days} days without activity.`,
    members: {
      title: "People who use the dashboard",
      items: [
        "We keep your name, your e-mail address, a hash of your password (never the password itself), and for each browser that is signed in its kind and times.",
        "Who changed what in a team is kept in a log.",
        "There are cookies for signing in, which also tell a browser that did so before, and two that remember language and theme. Who came by a partner’s link has one more, dawen.ref: it holds the partner’s code only and ends after 60 days. No advertising and no tracking.",
      ],
    },
    others: {
      title: "Who else gets it",
      none: "This server has no language model: searching and answering are done on this server, and no message or document is sent to anybody else.",
      model: (host: string) =>
        `This server uses a language model (${host}): the visitor’s question, the last few turns and the passages that were found are sent there to word an answer. What the page said of the visitor is not.`,
      embedding: "Documents and questions are sent there as well, to be made into vectors for searching.",
      never:
        "Dawen itself sends nothing to its makers, shows no advertising and tracks nobody. Whoever runs the server chooses where its mail and files go.",
    },
    rights: {
      title: "To see, change or delete it",
      items: [
        "Visitors: please ask the shop on whose site you asked.",
        "Shops: owners choose how long chats are kept and can delete a bot; after 30 days its documents and chats are gone with it.",
      ],
      contact: "For anything else, write to",
      noContact: "For anything else, ask whoever gave you this address.",
    },
  },
  terms: {
    title: "Terms",
    description: "Who answers for what when you use Dawen on this server.",
    lead: (operator: string) =>
      `These terms are between you and ${operator}. By signing up or putting the widget on a site you agree to them.`,
    someOperator: "those who run this server",
    sections: [
      {
        title: "What you answer for",
        items: [
          "You may use the documents you add, and you answer for what they say.",
          "Your visitors are told that they write to an automatic assistant, and that chats are kept.",
          "You don’t use it to deceive or harass people, to break the law, or to bring this server down.",
          "You keep your password safe, and remove people who leave your team.",
        ],
      },
      {
        title: "What it promises, and what not",
        items: [
          "A quote that it shows stands in your documents letter by letter. It may still pick the wrong passage: have people look at what matters.",
          "It may stop, be slow or fail. Keep copies of what is important to you.",
          "This server may limit how much is used. Past a limit, visitors are asked to wait.",
        ],
      },
      {
        title: "Ending it",
        items: [
          "You can delete your bots and stop at any time.",
          "Accounts that break these terms may be closed; where possible, with a word beforehand.",
        ],
      },
      {
        title: "The software",
        items: ["Dawen is open source under the MIT licence, provided as it is, without any warranty."],
      },
    ],
    contact: "Questions? Write to",
    noContact: "Questions? Ask whoever gave you this address.",
  },
};
