import type { developers as source } from "@/lib/i18n/catalog/zh-TW/site/developers";

export const developers: typeof source = {
  title: "Developers",
  description:
    "Quick start, the public endpoints with their fields and errors, cURL that runs as it stands, the widget’s methods and events, and OpenAPI 3.1.",
  lead: "No keys: each bot has a token, and any page or program can ask with it. JSON in, JSON out, open to every origin, without cookies.",
  openApi: "OpenAPI 3.1 document",
  openApiHelp: "Import it into Postman, Bruno or your code generator.",
  contents: "On this page",
  copy: "Copy",
  copied: "Copied",
  ownToken: (bot: string) => `The commands below hold the token of “${bot}” and run as they stand.`,
  demoToken:
    "The commands below use the demo shop’s token and run as they stand. Signed in, you get your own bot’s.",
  noToken: "Put your bot’s token in the place of TOKEN below. Signed in, it is filled in for you.",
  recorded:
    "These requests are like a real visitor’s: they are recorded, show among the chats, and count towards the limits.",
  quickStart: {
    title: "Quick start",
    items: [
      {
        title: "Make a bot and add a document",
        text: "In the dashboard; the Install page has the token.",
      },
      { title: "Put the widget on your page", text: "Before </body>, and the whole chat is there." },
      {
        title: "Or ask by yourself",
        text: "Send a message to the message endpoint and get an answer with its quotes.",
      },
    ],
    snippet: "The widget",
    ask: "Asking by yourself",
  },
  reference: {
    title: "API reference",
    contract: "The three endpoints of the widget",
    additions: "Further endpoints",
    additionsHelp: "The three above are enough for a whole conversation.",
    request: "Request",
    query: "In the address",
    headers: "Headers (optional unless said)",
    answer: "Answer 200",
    field: "Field",
    type: "Type",
    meaning: "Is",
    required: "required",
    optional: "optional",
    statuses: "Statuses",
    example: "cURL",
    exampleAnswer: "Gives",
    stream: "As a stream",
  },
  headers: {
    idempotencyKey:
      "1 to 200 visible ASCII characters. The same key with the same body within 24 hours gets the first answer again, and nothing is stored twice.",
    visitor: "The visitor_key of the chat’s first message: proves that this is the same visitor.",
    lastEventId: "The last turn_id that was seen; what follows it comes.",
  },
  streams: {
    message:
      "With Accept: text/event-stream the same answer comes while it is written: delta with {text}, then done with the whole JSON body; error when it fails on the way.",
    events:
      "With Accept: text/event-stream events come as they happen: turn, state, seen, and typing while the person writes. A turn’s id is a position: go on from it with Last-Event-ID.",
  },
  retryAfter: "Seconds to wait.",
  statuses: {
    "200": "Done.",
    "400": "The request is wrong: error says which field.",
    "404": "No bot has this token, or there is no such thing.",
    "405": "Wrong method: the header Allow names the right ones.",
    "429": "Too many: the header Retry-After says how many seconds to wait.",
    "500": "A fault of ours. Try again.",
  },
  endpoints: {
    config: {
      title: "Read a bot’s looks",
      description: "Asked once as the widget loads: colour, corner, name, and whether the bot is on.",
      fields: { token: "The bot’s token: 32 lower-case digits and letters a–f." },
      answer: { success: "Always true.", config: "Every field of its looks, see below." },
    },
    ping: {
      title: "Say that the widget is there",
      description:
        "Sent once a page load: notes the time, and the domain of the Origin header. The dashboard’s install state comes from it.",
      fields: { token: "The bot’s token." },
      answer: { success: "Always true." },
    },
    message: {
      title: "Send a visitor’s message",
      description:
        "Looks for an answer in the bot’s documents; every quote is checked letter by letter. A bot that is paused answers success: false and a sentence.",
      fields: {
        token: "The bot’s token.",
        message: "1 to 300 characters, without blanks around; an emoji is one.",
        history: 'The last 10 turns, {role: "user" or "assistant", content}. More are cut off.',
        chat_id: "web_ and 8 to 32 lower-case hexadecimal digits. Without it the server makes one.",
        page_url: "The page the visitor is on.",
        locale: "Language tag of the page or visitor: errors are said in it.",
        visitor: "What the page says of the visitor: name, email, and up to 20 other values.",
        wants_person: "true: the visitor asks for a person, not for an answer.",
        since:
          "The last turn_id that was seen: what a person wrote after it comes along. Needs Dawen-Visitor.",
      },
      answer: {
        success: "true; false from a paused bot, with reply alone.",
        reply: "The first bubble, Markdown.",
        extra_replies:
          "Further bubbles, perhaps none. Those with turn_id and person were written by a person.",
        chat_id: "Of this chat: send it with the next message.",
        turn_id: "Of the visitor’s own turn.",
        message_id: "Of this answer, for feedback. Missing while a person has the chat.",
        sources: "What it quotes, {title, quote, url?}. A quote is a literal span of the document.",
        answered: "false when the documents don’t cover the question.",
        visitor_key: "Only with a chat’s first message; it reads that chat.",
        handoff: "Whether somebody awaits or has a person.",
        person: "Who has the chat, {name, avatar_url}: a path below the server, empty without a picture.",
        hours: "To who asks for a person: your staff’s hours, {open, opens_at} in milliseconds.",
        wait_seconds:
          "To who asks for a person: within how many seconds there is a reply as a rule, where that is known.",
        contact_form: "While nobody is there: the words of a form for a contact.",
        notice: "To who asks for a person: the same in the visitor’s language.",
      },
    },
    events: {
      title: "Read what is new in a chat",
      description: "What a person wrote, and who has the chat. Needs the chat’s visitor_key.",
      fields: { token: "The bot’s token." },
      answer: {
        success: "Always true.",
        events:
          "In order: turn (who said what), state (whether a person has it), and seen (up to which turn the person has read).",
        next: "Where to go on from: send it as Last-Event-ID.",
      },
    },
    contact: {
      title: "Leave a contact",
      description:
        "While nobody is there, a visitor leaves a phone number or an email address. The chat then waits for a person, and what they left stands beside it.",
      fields: {
        token: "The bot’s token.",
        chat_id: "The answer’s chat_id.",
        name: "At most 100 characters.",
        email: "At least one of email and phone.",
        phone: "Perhaps with # and an extension.",
        question: "At most 300 characters.",
        consent:
          "The visitor agreed to the form’s words: its consent_id. What they agreed to and when is kept with the chat.",
      },
      answer: {
        success: "true; false where the bot is paused, with nothing but reply.",
        reply: "That it was kept, and when somebody is there.",
        message_id: "Of this answer.",
        turn_id: "Of the visitor’s own turn.",
      },
    },
    feedback: {
      title: "Rate an answer",
      description: "The last rating counts.",
      fields: {
        token: "The bot’s token.",
        chat_id: "The answer’s chat_id.",
        message_id: "The answer’s message_id.",
        rating: "up, down, or none to take it back.",
        reason: "At most 300 characters.",
      },
      answer: { success: "Always true." },
    },
    files: {
      title: "Send staff a picture",
      description:
        "While the visitor awaits or has a person. The body is multipart/form-data; the server makes the picture a smaller JPEG and keeps its pixels only. 400 while nobody would see it.",
      fields: {
        token: "The bot’s token, in the address.",
        file: "One JPEG, PNG, WebP or GIF of at most 5 MB and 24 million pixels, by its content, not its name.",
      },
      answer: {
        success: "False for a bot that is paused, with a reply only.",
        turn_id: "Of the visitor’s own turn.",
        text: "What stands for the picture where only words are shown.",
        picture: "{url, width, height}: url is a path below this server, good for a month at least.",
        handoff: "Whether somebody awaits or has a person.",
        person: "Who has the chat.",
      },
    },
    typing: {
      title: "Say that the visitor is typing",
      description:
        "Staff see it for five seconds while the visitor awaits or has a person. What is typed isn’t sent.",
      fields: { token: "The bot’s token." },
      answer: { success: "Always true." },
    },
  },
  errors: {
    title: "Errors",
    lead: 'Every error is {"success": false, "error": "a sentence for people"}. Tell them by their status; the sentence is in the language of locale or Accept-Language.',
    status: "Status",
    reason: "Reason",
    sentence: "Sentence",
  },
  limits: {
    title: "Limits",
    lead: "Past them the answer is 429 with Retry-After. An address is the visitor’s IP (IPv6 by /64). On this server:",
    what: "What",
    most: "At most",
    message: "Messages of one address, over all bots",
    ping: "Pings of one address",
    feedback: "Ratings of one address",
    unknownToken: "Unknown tokens from one address",
    botMinute: "Messages to one bot",
    botDay: "Messages to one bot",
    newChats: "New chats of one IPv4 address",
    perMinute: (count: string) => `${count} a minute`,
    perHour: (count: string) => `${count} an hour`,
    perDay: (count: string) => `${count} a day`,
    none: "no limit",
    body: "A request’s body",
    bodyMost: "64 KiB",
    text: "One message",
    textMost: (count: string) => `${count} characters`,
  },
  sdk: {
    title: "Methods and events of the widget",
    lead: "They can be called before the widget has loaded: put an array at window.dawen, and its calls are done in order once it is there.",
    types: "Type definitions",
    typesHelp: "Take widget.d.ts, and your editor knows them.",
    example: "Called first, loaded later",
  },
};
