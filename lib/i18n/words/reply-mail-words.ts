import type { AnswerLanguage } from "./answer-words";
import type { MailText } from "./mail-words";

export type ReplyMailFacts = {
  /** What visitors call the bot, and the team; null where the name may not stand in a mail. */
  bot: string | null;
  team: string | null;
  /** Who replied, whose names may stand in a mail. */
  people: readonly string[];
  /** The host of the page where the chat is; null where that isn't known. */
  site: string | null;
  /** Of this installation. */
  host: string;
  /** Where an answer to the mail goes: to an address, to nobody while the page has a chat, or to nobody. */
  replies: { to: string } | "page" | "nowhere";
};

export type ReplyMailText = MailText & { end: string; linkHelp: string };

const zhTW = ({ bot, team, people, site, host, replies }: ReplyMailFacts): ReplyMailText => ({
  subject: bot ? `「${bot}」回覆你了` : "你的訊息有回覆了",
  paragraphs: [
    `${people.length > 0 ? people.join("、") : "我們的人員"}回覆了你在${site ? ` ${site} ` : "網站"}的對話：`,
    replies === "page"
      ? "回覆這封信不會有人看到。想再問的話，請回到當時的網頁，打開對話視窗。"
      : replies === "nowhere"
        ? "回覆這封信不會有人看到。想再問的話，請回到當時的網頁。"
        : `想再問的話，直接回覆這封信，會寄到 ${replies.to}。`,
  ],
  action: "回到網頁",
  linkHelp: "按鈕打不開的話，請把這個網址貼到瀏覽器：",
  end: `這封信由 ${host} 的答問${team ? `替「${team}」` : ""}寄出：你在對話裡留了這個信箱，而這些回覆還沒在你的網頁上出現。如果不是你留的，不用理會這封信。`,
});

const zhCN = ({ bot, team, people, site, host, replies }: ReplyMailFacts): ReplyMailText => ({
  subject: bot ? `“${bot}”回复你了` : "你的消息有回复了",
  paragraphs: [
    `${people.length > 0 ? people.join("、") : "我们的人员"}回复了你在${site ? ` ${site} ` : "网站"}的对话：`,
    replies === "page"
      ? "回复这封邮件不会有人看到。想再问的话，请回到当时的网页，打开对话窗口。"
      : replies === "nowhere"
        ? "回复这封邮件不会有人看到。想再问的话，请回到当时的网页。"
        : `想再问的话，直接回复这封邮件，会寄到 ${replies.to}。`,
  ],
  action: "回到网页",
  linkHelp: "按钮打不开的话，请把这个网址贴到浏览器：",
  end: `这封邮件由 ${host} 的答问${team ? `替“${team}”` : ""}发出：你在对话里留了这个邮箱，而这些回复还没有在你的网页上出现。如果不是你留的，不用理会这封邮件。`,
});

const en = ({ bot, team, people, site, host, replies }: ReplyMailFacts): ReplyMailText => ({
  subject: bot ? `${bot} has replied to you` : "Your message has a reply",
  paragraphs: [
    `${people.length > 0 ? people.join(", ") : "Our staff"} replied to your chat${site ? ` on ${site}` : ""}:`,
    replies === "page"
      ? "Nobody reads answers to this mail. To ask more, go back to the page and open the chat there."
      : replies === "nowhere"
        ? "Nobody reads answers to this mail. To ask more, go back to the page where you chatted."
        : `To ask more, answer this mail: it goes to ${replies.to}.`,
  ],
  action: "Back to the page",
  linkHelp: "If the button doesn’t open, paste this address into your browser:",
  end: `Sent by Dawen at ${host}${team ? ` for “${team}”` : ""}: you left this address in the chat, and these replies haven’t shown on your page yet. If it wasn’t you, ignore this mail.`,
});

const ja = ({ bot, team, people, site, host, replies }: ReplyMailFacts): ReplyMailText => ({
  subject: bot ? `「${bot}」から返信があります` : "メッセージに返信があります",
  paragraphs: [
    `${site ? `${site} での` : ""}チャットに、${people.length > 0 ? `${people.join("、")} ` : "担当者"}から返信がありました：`,
    replies === "page"
      ? "このメールに返信しても、誰にも届きません。続けてのご質問は、元のページのチャットからお願いします。"
      : replies === "nowhere"
        ? "このメールに返信しても、誰にも届きません。続けてのご質問は、元のページからお願いします。"
        : `続けてのご質問は、このメールにそのまま返信してください。${replies.to} に届きます。`,
  ],
  action: "ページに戻る",
  linkHelp: "ボタンが開かない場合は、このアドレスをブラウザに貼り付けてください：",
  end: `このメールは ${host} の Dawen が${team ? `「${team}」に代わって` : ""}送信しました。チャットにこのアドレスが残され、返信がまだページに表示されていないためです。お心当たりがなければ、無視してください。`,
});

const ko = ({ bot, team, people, site, host, replies }: ReplyMailFacts): ReplyMailText => ({
  subject: bot ? `‘${bot}’에서 답변했습니다` : "문의에 답변이 왔습니다",
  paragraphs: [
    `${site ? `${site}에서 나눈 ` : ""}대화에 ${people.length > 0 ? people.join(", ") : "담당자"}님이 답변했습니다:`,
    replies === "page"
      ? "이 메일에 회신해도 아무도 읽지 않습니다. 더 궁금한 점은 원래 페이지의 채팅에서 물어봐 주세요."
      : replies === "nowhere"
        ? "이 메일에 회신해도 아무도 읽지 않습니다. 더 궁금한 점은 원래 페이지에서 물어봐 주세요."
        : `더 궁금한 점은 이 메일에 회신해 주세요. ${replies.to}(으)로 전달됩니다.`,
  ],
  action: "페이지로 돌아가기",
  linkHelp: "버튼이 열리지 않으면 이 주소를 브라우저에 붙여 넣으세요:",
  end: `이 메일은 ${host}의 Dawen이 ${team ? `‘${team}’을(를) 대신하여 ` : ""}보냈습니다. 대화에 이 주소를 남기셨고, 답변이 아직 페이지에 표시되지 않았기 때문입니다. 본인이 아니라면 무시하세요.`,
});

/** What a visitor reads who is mailed what members replied. */
export const replyMailWords: Record<AnswerLanguage, (facts: ReplyMailFacts) => ReplyMailText> = {
  "zh-TW": zhTW,
  "zh-CN": zhCN,
  en,
  ja,
  ko,
};
