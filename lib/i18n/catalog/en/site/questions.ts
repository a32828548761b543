import type { questions as source } from "@/lib/i18n/catalog/zh-TW/site/questions";

export const questions: typeof source = {
  title: "Questions and answers",
  description:
    "Where answers come from, whether it needs a language model, how to install it, where the data is: what people ask most.",
  lead: "Unfold one to read its answer.",
  bot: {
    name: "First page (English)",
    botName: "Dawen",
    welcome: "Hello. I answer from this site’s “Questions and answers” page, and quote what I answer from.",
    placeholder: "What would you like to know?",
    fallbackText:
      "The page of questions and answers doesn’t say. Try other words, or have a look at that page.",
    suggestions: [
      "What is Dawen?",
      "Where do the answers come from?",
      "What does it cost?",
      "How do I put it on my site?",
    ],
    wordings:
      "slow, slower, speed\nfree, cost, price, pay, charge\ncrawl, read, import\nself-host, host, run, deploy",
  },
  groups: [
    {
      title: "Answers",
      items: [
        {
          question: "What is Dawen?",
          answer: [
            "Dawen is a customer-service widget for your site, and the dashboard behind it. Visitors ask; it finds the answer in your documents and quotes the sentence; what it can’t find, it says so.",
            "Your team sees every chat in the dashboard and can take one over to reply. It is open source, and you can run it yourself.",
          ],
        },
        {
          question: "Where do the answers come from?",
          answer: [
            "Only from the documents that you give your bot. Every answer carries the words it quotes, and they are compared with the stored document letter by letter before they are shown.",
          ],
        },
        {
          question: "Does it make things up?",
          answer: [
            "It says nothing that isn’t in your documents: a quote that doesn’t match is not shown, and what isn’t found it says it can’t find.",
            "It may pick the wrong passage. Try questions in the dashboard, see why it answers so, and make it more careful if you like.",
          ],
        },
        {
          question: "Do I need a language model?",
          answer: [
            "No. Without one it answers in your documents’ own sentences and needs no key at all.",
            "Where whoever runs the server has set a model, that model words the answers, and each sentence must still be found in your documents.",
          ],
        },
        {
          question: "What about questions that no document covers?",
          answer: [
            "The visitor reads that it can’t find an answer, with the contact you set, and can ask for a person.",
            "In the dashboard that question is marked as not found, and one click begins a document for it.",
          ],
        },
        {
          question: "Can I add PDF, Word or Excel files?",
          answer: [
            "Yes. PDF, Word, Excel, slides, CSV, HTML, Markdown, text, and ZIP files of these can be handed in. You look at what was read, and it answers once you publish it.",
          ],
        },
        {
          question: "Can it read my website?",
          answer: [
            "Yes. Give it the address of a page or of a whole site. It reads them in, and looks again as often as you choose.",
          ],
        },
        {
          question: "Which languages does it speak?",
          answer: [
            "The widget’s own words come in traditional Chinese, simplified Chinese, English and Japanese; the dashboard’s in traditional Chinese and English.",
            "Answers are in the words of your documents. A question in simplified characters finds documents in traditional ones.",
          ],
        },
      ],
    },
    {
      title: "Installing",
      items: [
        {
          question: "How do I put it on my site?",
          answer: [
            "Copy one line from your bot’s Install page and paste it before </body>. On Shopify that is theme.liquid, on WordPress a plug-in that inserts into the footer.",
          ],
        },
        {
          question: "Will it slow my site down?",
          answer: [
            "It appears once your page has loaded, loads first what is needed to be usable, and the rest when it is used. It has a scope of its own and doesn’t touch your page’s styles.",
          ],
        },
        {
          question: "Can it have my colour and name?",
          answer: [
            "Yes. Colour, corner, name, picture, welcome text, placeholder and quick questions can all be changed, with a preview beside them.",
          ],
        },
        {
          question: "Can I write my own interface instead?",
          answer: [
            "Yes. The three HTTP endpoints that the widget uses are public. Any page or program can call them with the bot’s token.",
          ],
        },
      ],
    },
    {
      title: "Your team",
      items: [
        {
          question: "What happens when a visitor wants a person?",
          answer: [
            "The chat is marked as waiting, which your team sees at once, and the visitor reads the contact you set, such as a telephone number and its hours.",
            "Whoever takes the chat replies right in it, and the visitor reads it in the same window; afterwards it can be handed back to the bot.",
            "Each bot has its own setting for whether visitors may ask for a person.",
          ],
        },
        {
          question: "What if a visitor wants a person after hours?",
          answer: [
            "Set your opening hours, and visitors read when somebody will be there. They can leave a telephone number or an e-mail address, which your team finds on the Leads page.",
          ],
        },
        {
          question: "Can several people work with it?",
          answer: [
            "Invite colleagues as owners, editors or agents. Agents see the chats, editors also change bots and documents, owners also manage members.",
          ],
        },
      ],
    },
    {
      title: "Data and hosting",
      items: [
        {
          question: "Where is the data?",
          answer: [
            "On the server that runs Dawen: by default all in a folder of its own, or in PostgreSQL and Redis.",
            "With a language model, questions and the passages that were found are sent to it. The privacy page says whether this server has one.",
          ],
        },
        {
          question: "How long are chats kept?",
          answer: [
            "The bot’s owner decides: deleted after 30, 90, 180 or 365 days without activity, or kept.",
          ],
        },
        {
          question: "What does it cost?",
          answer: [
            "The software costs nothing: Dawen is open source under the MIT licence, without a paid edition.",
            "What you pay for is the machine it runs on and the services you choose to connect, such as a language model. The pricing page lists them, with the ceilings of this server.",
          ],
        },
        {
          question: "How do I run it?",
          answer: [
            "With git, Node.js 20 or newer and npm: run npm start. Database and store are built in, and the first start prepares everything.",
          ],
        },
      ],
    },
  ],
};
