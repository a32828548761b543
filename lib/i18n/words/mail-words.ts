import type { Locale } from "../locale";

/** What a mail says, without its greeting and its end. */
export type MailText = {
  subject: string;
  paragraphs: string[];
  /** What people wrote, each as they typed it; it stands after the first paragraph. */
  said?: string[];
  /** What is written on the link, where the mail has one. */
  action?: string;
};

/** What visitors did in a team's day, and what waits for staff now. */
export type DigestCounts = {
  newChats: number;
  /** What visitors wrote, in turns. */
  visitorTurns: number;
  /** Answers that said the knowledge doesn't cover it. */
  unanswered: number;
  /** Times that a visitor asked for a person. */
  personWishes: number;
  ratedUp: number;
  ratedDown: number;
  /** Chats that wait for a person now. */
  waiting: number;
  /** Leads that nobody has answered now. */
  openLeads: number;
};

export type MailWords = {
  /** `team` and `inviter` are null where their names may not stand in a mail. */
  invite: (about: { team: string | null; inviter: string | null; days: number }) => MailText;
  passwordReset: (about: { minutes: number }) => MailText;
  passwordChanged: (about: { at: string }) => MailText;
  /** `bot` is whose visitor waits longest; null where its name may not stand in a mail. */
  waiting: (about: { bot: string | null; count: number }) => MailText;
  /** `by` is who gave them; null where that were several, or the name may not stand in a mail. */
  given: (about: { by: string | null; count: number }) => MailText;
  /** Of chats that were snoozed. */
  returned: (about: { count: number }) => MailText;
  /** `from` and `until` are when the day began and ended. */
  digest: (about: DigestCounts & { from: string; until: string }) => MailText;
  /** `share` percent of the plan's messages are used; `team` is null where its name may not stand in a mail. */
  usage: (about: { team: string | null; share: number; most: string }) => MailText;
  test: (about: { at: string }) => MailText;
  /** Above the address, for those whose program shows no button. */
  linkHelp: string;
  /** Which installation sent it, as its address says. */
  sentBy: (host: string) => string;
};

const zhTW: MailWords = {
  invite: ({ team, inviter, days }) => ({
    subject: team ? `邀請你加入「${team}」` : "邀請你加入一個團隊",
    paragraphs: [
      `${inviter ? `${inviter} ` : ""}邀請你加入${team ? `「${team}」` : "團隊"}，一起用答問回覆網站上的訪客。`,
      `連結只能用一次，${days} 天內有效。如果你不認識邀請你的人，不用理會這封信。`,
    ],
    action: "看看邀請",
  }),
  passwordReset: ({ minutes }) => ({
    subject: "設定新密碼",
    paragraphs: [
      "有人要求重設這個電子郵件的密碼。如果是你，請從這裡設定新密碼：",
      `連結只能用一次，${minutes} 分鐘內有效。如果不是你要求的，不用理會這封信，密碼不會變。`,
    ],
    action: "設定新密碼",
  }),
  passwordChanged: ({ at }) => ({
    subject: "你的密碼改過了",
    paragraphs: [
      `你的密碼在 ${at} 改過了，其他裝置都已登出。`,
      "如果不是你改的，請馬上在登入頁按「忘記密碼？」設定新的，並告訴管理站台的人。",
    ],
    action: "去登入",
  }),
  waiting: ({ bot, count }) => ({
    subject: count === 1 ? "有一位訪客在等人回覆" : `有 ${count} 位訪客在等人回覆`,
    paragraphs: [
      `${bot ? `在「${bot}」的` : ""}訪客想找真人，還沒有人接手。打開對話，按「接手」就能回覆。`,
      "不想收到這種信，或想設定不打擾的時段，請到「帳號」頁修改。",
    ],
    action: "看對話",
  }),
  given: ({ by, count }) => ({
    subject: count === 1 ? "有一則對話交給你了" : `有 ${count} 則對話交給你了`,
    paragraphs: [
      `${by ?? "同事"}${by ? " " : ""}把${count === 1 ? "一則" : ` ${count} 則`}對話交給你，等你回覆訪客。`,
      "不想收到這種信，或想設定不打擾的時段，請到「帳號」頁修改。",
    ],
    action: "看對話",
  }),
  returned: ({ count }) => ({
    subject: count === 1 ? "有一則延後的對話回來了" : `有 ${count} 則延後的對話回來了`,
    paragraphs: [
      "你延後處理的對話，時間到了，或是訪客又留言了。現在它回到你手上。",
      "不想收到這種信，或想設定不打擾的時段，請到「帳號」頁修改。",
    ],
    action: "看對話",
  }),
  digest: ({ from, until, ...counts }) => {
    const { newChats, visitorTurns, unanswered, personWishes, ratedUp, ratedDown, waiting, openLeads } =
      counts;
    const now = [
      ...(waiting > 0 ? [`${waiting} 位訪客在等人回覆`] : []),
      ...(openLeads > 0 ? [`${openLeads} 筆聯絡資料還沒回覆`] : []),
    ].join("，");
    return {
      subject: `每日摘要：${newChats} 則新對話${waiting > 0 ? `，${waiting} 位訪客在等` : ""}`,
      paragraphs: [
        `${from} 到 ${until}：${newChats} 則新對話，訪客說了 ${visitorTurns} 句。${now && `現在有 ${now}。`}`,
        ...(unanswered > 0 ? [`${unanswered} 次在知識裡找不到答案。把答案加進知識，下次就答得出來。`] : []),
        ...(personWishes > 0 ? [`訪客 ${personWishes} 次想找真人。`] : []),
        ...(ratedUp + ratedDown > 0 ? [`訪客的評價：${ratedUp} 次有幫助，${ratedDown} 次沒幫助。`] : []),
        "想改時間，或不想再收到摘要，請到「帳號」頁修改。",
      ],
      action: "看對話",
    };
  },
  usage: ({ team, share, most }) => ({
    subject: share >= 100 ? "這個月的訊息額度用完了" : `這個月的訊息額度用了 ${share} %`,
    paragraphs: [
      `${team ? `「${team}」` : "你的團隊"}的方案每個月回答 ${most} 則訪客的訊息，這個月${share >= 100 ? "已經用完" : `已經用了 ${share} %`}。`,
      share >= 100
        ? "到下個月之前，機器人會請訪客找人員；訪客寫的都還看得到，也還能找真人。要先繼續用，請聯絡經營這台伺服器的人換方案。"
        : "用完之後，機器人會請訪客找人員，到下個月再繼續回答。要更多，請聯絡經營這台伺服器的人換方案。",
    ],
    action: "看用量",
  }),
  test: ({ at }) => ({
    subject: "測試信",
    paragraphs: [`這封信是在 ${at} 從「連線」頁寄出的。收到了，就表示寄信設定好了。`],
  }),
  linkHelp: "按鈕打不開的話，請把這個網址貼到瀏覽器：",
  sentBy: (host) => `這封信由 ${host} 的答問自動寄出。`,
};

const en: MailWords = {
  invite: ({ team, inviter, days }) => ({
    subject: team ? `You’re invited to join “${team}”` : "You’re invited to join a team",
    paragraphs: [
      `${inviter ?? "Someone"} invites you to join ${team ? `“${team}”` : "a team"} and answer the visitors of a website with Dawen.`,
      `The link works once, within ${days} days. If you don’t know who invites you, ignore this mail.`,
    ],
    action: "See the invitation",
  }),
  passwordReset: ({ minutes }) => ({
    subject: "Set a new password",
    paragraphs: [
      "Somebody asked to reset the password of this email address. If it was you, set a new one here:",
      `The link works once, within ${minutes} minutes. If you didn’t ask for it, ignore this mail: your password stays as it is.`,
    ],
    action: "Set a new password",
  }),
  passwordChanged: ({ at }) => ({
    subject: "Your password was changed",
    paragraphs: [
      `Your password was changed at ${at}, and your other devices were signed out.`,
      "If that wasn’t you, choose “Forgot your password?” on the sign-in page at once, set a new one, and tell the person who runs this site.",
    ],
    action: "Go to sign-in",
  }),
  waiting: ({ bot, count }) => ({
    subject: count === 1 ? "A visitor waits for a person" : `${count} visitors wait for a person`,
    paragraphs: [
      `${bot ? `On “${bot}”, somebody` : "Somebody"} asked for a person, and nobody has taken the chat yet. Open it and take it to reply.`,
      "To stop these mails, or to set quiet hours, see your Account page.",
    ],
    action: "See the chat",
  }),
  given: ({ by, count }) => ({
    subject: count === 1 ? "A chat was given to you" : `${count} chats were given to you`,
    paragraphs: [
      `${by ?? "A colleague"} gave you ${count === 1 ? "a chat" : `${count} chats`}: the visitor’s answer comes from you now.`,
      "To stop these mails, or to set quiet hours, see your Account page.",
    ],
    action: "See the chat",
  }),
  returned: ({ count }) => ({
    subject: count === 1 ? "A chat you put off is back" : `${count} chats you put off are back`,
    paragraphs: [
      `Its time has come, or the visitor has written again: ${count === 1 ? "the chat is" : "the chats are"} yours to answer now.`,
      "To stop these mails, or to set quiet hours, see your Account page.",
    ],
    action: "See the chat",
  }),
  digest: ({ from, until, ...counts }) => {
    const { newChats, visitorTurns, unanswered, personWishes, ratedUp, ratedDown, waiting, openLeads } =
      counts;
    const now = [
      ...(waiting > 0 ? [`${plural(waiting, "visitor")} waiting for a person`] : []),
      ...(openLeads > 0 ? [`${plural(openLeads, "lead")} without an answer`] : []),
    ].join(", ");
    return {
      subject: `Daily digest: ${plural(newChats, "new chat")}${waiting > 0 ? `, ${waiting} waiting` : ""}`,
      paragraphs: [
        `${from} to ${until}: ${plural(newChats, "new chat")}, ${plural(visitorTurns, "message")} from visitors.${now && ` Now: ${now}.`}`,
        ...(unanswered > 0
          ? [
              `${plural(unanswered, "answer")} said that the knowledge doesn’t cover it. Add what was missing, and the bot knows next time.`,
            ]
          : []),
        ...(personWishes > 0 ? [`Visitors asked for a person ${plural(personWishes, "time")}.`] : []),
        ...(ratedUp + ratedDown > 0 ? [`Ratings: ${ratedUp} helpful, ${ratedDown} not helpful.`] : []),
        "To change the time, or to stop these mails, see your Account page.",
      ],
      action: "See the chats",
    };
  },
  usage: ({ team, share, most }) => ({
    subject:
      share >= 100 ? "This month’s messages are used up" : `${share} % of this month’s messages are used`,
    paragraphs: [
      `The plan of ${team ? `“${team}”` : "your team"} answers ${most} messages from visitors a month. ${share >= 100 ? "All of them are used." : `${share} % of them are used.`}`,
      share >= 100
        ? "Until next month the bot points visitors to your staff. You still see all that they write, and they can still ask for a person. To go on at once, ask whoever runs this server for another plan."
        : "Once they are used up, the bot points visitors to your staff until next month. For more, ask whoever runs this server for another plan.",
    ],
    action: "See the usage",
  }),
  test: ({ at }) => ({
    subject: "Test mail",
    paragraphs: [
      `This mail was sent from the Connections page at ${at}. That you read it means that mail is set up.`,
    ],
  }),
  linkHelp: "If the button doesn’t open, paste this address into your browser:",
  sentBy: (host) => `Sent by Dawen at ${host}.`,
};

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

const words: Record<Locale, MailWords> = { "zh-TW": zhTW, en };

export function getMailWords(locale: Locale): MailWords {
  return words[locale];
}
