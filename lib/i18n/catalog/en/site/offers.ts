import type { offers as source } from "@/lib/i18n/catalog/zh-TW/site/offers";

export const offers: typeof source = {
  pricing: {
    title: "Pricing",
    description:
      "Dawen is open source, and the software costs nothing. What running it yourself costs, and the plans and limits of this server.",
    lead: "There is no paid edition: every feature is in the copy you download. What costs money is what it runs on, and the services you choose to connect.",
    software: {
      title: "The software: nothing",
      items: [
        "Open source under the MIT licence: use it commercially, change it, host it for others.",
        "No feature that a key must unlock. Whether teams are held to plans is up to whoever runs it (PLANS); unless set there are none.",
        "It takes no payments: no card is asked for, and nothing is ever charged.",
      ],
      operator: (operator) =>
        `This server is run by ${operator}. If there is a fee between you, what the two of you agreed on counts.`,
      someOperator: "those who set it up",
    },
    plans: {
      title: "Plans on this server",
      lead: (days) =>
        `A new team begins with a trial of ${days} days, without a card. The software takes no payments: for another plan, ask whoever runs this server, who sets it.`,
      none: "This server has no plans: every team may have as much as the ceilings below.",
      caption: "What each plan has",
      limit: "What",
      names: { trial: "Free trial", starter: "Starter", pro: "Pro", unlimited: "Unlimited" },
      rows: {
        days: "Lasts",
        bots: "Bots",
        messages: "Messages answered a month",
        documents: "Documents",
        characters: "Characters of all documents",
        seats: "Seats (members and invitations)",
        retentionDays: "Chats are kept at most",
      },
      daysOf: (days) => `${days} days`,
      noEnd: "as agreed",
      noLimit: "no limit",
      forever: "for good",
      notes: [
        "Counted are visitors’ messages that were answered, by the month of the team’s time zone; one that is sent again counts once, those to a paused bot or that failed don’t.",
        "Every plan has every feature. The widget bears your name only and doesn’t say Dawen, on every plan.",
        "Whoever has more documents, bots or seats than the plan keeps them, and they go on working; only new ones are refused.",
      ],
    },
    running: {
      title: "What running it costs",
      required: "needed",
      optional: "optional",
      rows: [
        {
          what: "A machine",
          isNeeded: true,
          cost: "Electricity, or your host’s rent. Measured on 2026-11-29 on Linux with 2 cores: 576 MiB of memory, 1 % of a CPU while idle, 782 MiB of disk for packages.",
        },
        {
          what: "A domain and certificate",
          isNeeded: false,
          cost: "Only to be reached by others, at your registrar’s price. On your own computer you need neither.",
        },
        {
          what: "A language model",
          isNeeded: false,
          cost: "By its provider’s price list, on your own key, paid to them. Without one it costs nothing, and answers are your documents’ own sentences.",
        },
        {
          what: "PostgreSQL, Redis",
          isNeeded: false,
          cost: "What is built in will do. For several instances side by side, at the price of the service you choose.",
        },
        {
          what: "Mail, space for files (S3)",
          isNeeded: false,
          cost: "It works without. With them, at the price of the service you choose.",
        },
      ],
      hasModel: (host) =>
        `This server uses a language model (${host}); what it uses is on its operator’s bill.`,
      hasNoModel: "This server uses no language model, so answers cost no model fees.",
    },
    ceilings: {
      title: "What this server allows",
      lead: "These are against abuse; they are no plans. Where a variable is named, whoever runs the server may change it, and 0 lifts it; the others are set in the code.",
      caption: "The ceilings of today",
      columns: { what: "Of what", most: "At most" },
      bots: "Bots in a team",
      documents: "Documents of a bot",
      characters: "Length of a document",
      files: "Files handed in for a bot",
      file: "One file",
      storage: "A team’s files together",
      addresses: "Pages or sites of the web for a bot",
      members: "Members of a team",
      noLimit: "no limit",
      countOf: (count) => count,
      charactersOf: (count) => `${count} characters`,
    },
  },
  partners: {
    title: "Partners",
    description:
      "For those who build and run sites for others: what the licence allows, how one server holds several clients, and what this version doesn’t have.",
    lead: "If you build sites, run servers or write help pages for shops, Dawen can be part of what you offer. Whether you charge for it, and how much, is between you and your clients.",
    may: {
      title: "What you may do",
      items: [
        {
          title: "Host it for clients",
          text: "The MIT licence allows you to use, change, pass on and charge for it, as long as its notice stays. There is no contract with us and no fee.",
        },
        {
          title: "One server, several clients",
          text: "Each client is a team with documents, chats and members of its own that no other team sees. You can be in several, and switch on the Team page.",
        },
        {
          title: "The widget names your client only",
          text: "Name, colour, picture and welcome are the client’s. It doesn’t say Dawen, and it carries no advertising.",
        },
        {
          title: "The site names you",
          text: "Set OPERATOR_NAME and OPERATOR_CONTACT: the privacy page, the terms and this page then say who runs the server and how to reach you.",
        },
      ],
    },
    steps: {
      title: "Your first client",
      items: [
        {
          title: "Try one question on their text",
          text: "Paste the returns page of their site into the tool “What would it answer?”. It needs no account and shows the sentence it quotes.",
        },
        {
          title: "Open a team for them",
          text: 'On the server, run npm run user:invite -- EMAIL "NAME" "TEAM". The link it prints lets the client set a password, as the owner.',
        },
        {
          title: "Add documents together",
          text: "They invite you as an editor. You add documents, set the looks, and paste the line on their site.",
        },
        {
          title: "Look at the gaps each week",
          text: "Questions marked “not found” are the documents to write next, and work that your client can see.",
        },
      ],
    },
    link: {
      title: "A link of your own",
      items: [
        "To bring others to this server, ask whoever runs it for a link, such as /?ref=lin-studio.",
        "Who comes by it keeps the code in their browser for 60 days, in a cookie that holds nothing else. A new team that signs up meanwhile is noted as yours; of several links the last one counts.",
        "Your own sign-up, a browser that was signed in to any account, and unknown codes count nothing.",
        "Whoever runs the server sees how many teams signed up by your link each month and how many had a paid plan. Nobody’s personal data is in it.",
      ],
    },
    not: {
      title: "What this version doesn’t have",
      items: [
        "Links are counted only: the software reckons and pays no commissions. Whether there is a reward is between you and whoever runs the server.",
        "No billing of your clients. Where whoever runs the server has set PLANS, npm run team:plan gives each client a plan; how they pay is up to you.",
        "The dashboard carries the mark and name of Dawen, which no setting changes. You may change the code; the licence allows it.",
      ],
    },
    contact: {
      title: "Contact",
      contact: "To talk about working together, write to whoever runs this server:",
      noContact: "Whoever runs this server has left no contact here. Ask whoever gave you this address.",
    },
  },
};
