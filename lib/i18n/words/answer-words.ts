/** What people say that asks nothing of the documents. */
export type SmallTalk =
  | "greeting"
  | "thanks"
  | "goodbye"
  | "agreement"
  | "whoAreYou"
  | "rant"
  | "laugh"
  | "sum"
  | "nonsense"
  | "wordless";

/** The languages that visitors are spoken to in before they say anything. */
export type GreetingLanguage = "zh-TW" | "zh-CN" | "en" | "ja";

/** Those that they are answered in. */
export type AnswerLanguage = GreetingLanguage | "ko";

/** What the bot says around its quotes. */
export type AnswerWords = {
  /** Before passages that may help. */
  maybe: string;
  /** The same where these things of the question stand in no document. */
  nearest: (absent: readonly string[]) => string;
  unknown: string;
  /** After answers to some of several questions, of which these have none. */
  missing: (questions: readonly string[]) => string;
  /** After a sentence of the model's that no document supports, where the owner wants those shown. */
  unsupported: string;
  /** Before a list or a table in which a visitor must compare or add up by themselves. */
  compare: string;
  /** After a list or a table that goes on beyond what was said. */
  left: (count: number) => string;
  /** To a visitor who wants a person where the bot offers nobody to talk to. */
  person: string;
  /** To one who wants a person where staff see it. */
  personTold: string;
  /** In its place where nobody is there to see it now. */
  personNoted: string;
  /** After it: in how many minutes there is a reply as a rule; when somebody is there again. */
  replyWithin: (minutes: number) => string;
  nobodyThere: string;
  closedUntil: (when: string) => string;
  closed: string;
  /** While a member of staff has the chat; their name where it is known. */
  personHasIt: (name: string | null) => string;
  /** To one who left a number or an address for staff. */
  contactKept: string;
  /** How to get a person, where staff see it. */
  askPerson: string;
  /** While the bot answers no questions: the plan has no messages left this month. */
  resting: string;
  /** To a complaint, or who waits for an order, where the documents say nothing on it. */
  sorry: string;
  /** To what asks nothing. */
  smallTalk: Record<SmallTalk, string>;
};

export const answerWords: Record<AnswerLanguage, AnswerWords> = {
  "zh-TW": {
    maybe: "我不太確定這是不是你要找的，這段資料也許有幫助：",
    nearest: (absent) =>
      `目前的資料沒有提到${absent.map((one) => `「${one}」`).join("、")}，最接近的是這段：`,
    unknown: "這個問題在我手邊的資料裡找不到答案，我不想亂猜。可以換個說法再問一次，或直接跟我們的人員聯絡。",
    missing: (questions) =>
      `${questions.map((one) => `「${one}」`).join("、")}這部分，我在資料裡找不到明確的答案。`,
    unsupported: "（這句在資料裡查不到）",
    compare: "比較和加總我怕算錯，不替你下結論。這是資料裡的內容，可以自己對照：",
    left: (count) => `後面還有 ${count} 項，想知道哪一項可以直接問我。`,
    person: "好的，這件事請直接跟我們的人員說。",
    personTold: "已經告訴我們的人員，你想找真人。",
    personNoted: "已經記下你想找真人。",
    replyWithin: (minutes) =>
      `通常 ${minutes < 60 ? `${minutes} 分鐘` : `${minutes / 60} 小時`}內會有人在這裡回覆。`,
    nobodyThere: "現在沒有人在線上，他們回來就會看到。",
    closedUntil: (when) => `現在不是服務時間，${when} 開始。`,
    closed: "現在不是服務時間。",
    personHasIt: (name) => `${name ?? "我們的人員"}正在處理這則對話，會在這裡回覆你。`,
    contactKept: "收到，你的聯絡方式已經交給我們的人員。",
    askPerson: "需要人員處理的話，輸入「找真人」就會通知他們。",
    resting: "不好意思，我現在沒辦法回答問題。你寫的我們的人員看得到。",
    sorry: "不好意思，給你添麻煩了。這件事我看不到你的狀況，要請我們的人員處理。",
    smallTalk: {
      greeting: "你好！想知道什麼，直接打字問我就可以了。",
      thanks: "不客氣！還有想知道的，隨時問我。",
      goodbye: "掰掰，有需要再來找我。",
      agreement: "好的！還有想知道的，隨時問我。",
      whoAreYou:
        "我是自動回覆的小幫手，不是真人。我會從店家提供的資料裡找答案給你，資料裡沒有的，我不會亂猜。",
      rant: "不好意思，讓你不愉快了。哪裡沒幫上忙，可以用一句話再跟我說一次。",
      laugh: "哈哈！還有想知道的，隨時問我。",
      sum: "算數我幫不上忙，怕算錯。其他想知道的，直接打字問我就可以了。",
      nonsense: "我看不太懂這則訊息。可以用一句話告訴我，你想知道什麼嗎？",
      wordless: "我看不太懂這則訊息。可以用一句話告訴我，你想知道什麼嗎？",
    },
  },
  "zh-CN": {
    maybe: "我不太确定这是不是你要找的，这段资料也许有帮助：",
    nearest: (absent) => `目前的资料没有提到${absent.map((one) => `“${one}”`).join("、")}，最接近的是这段：`,
    unknown: "这个问题在我手边的资料里找不到答案，我不想乱猜。可以换个说法再问一次，或直接联系我们的人员。",
    missing: (questions) =>
      `${questions.map((one) => `“${one}”`).join("、")}这部分，我在资料里找不到明确的答案。`,
    unsupported: "（这句在资料里查不到）",
    compare: "比较和加总我怕算错，不替你下结论。这是资料里的内容，可以自己对照：",
    left: (count) => `后面还有 ${count} 项，想知道哪一项可以直接问我。`,
    person: "好的，这件事请直接跟我们的人员说。",
    personTold: "已经告诉我们的人员，你想找真人。",
    personNoted: "已经记下你想找人工客服。",
    replyWithin: (minutes) =>
      `通常 ${minutes < 60 ? `${minutes} 分钟` : `${minutes / 60} 小时`}内会有人在这里回复。`,
    nobodyThere: "现在没有人在线，他们回来就会看到。",
    closedUntil: (when) => `现在不是服务时间，${when} 开始。`,
    closed: "现在不是服务时间。",
    personHasIt: (name) => `${name ?? "我们的人员"}正在处理这个对话，会在这里回复你。`,
    contactKept: "收到，你的联系方式已经交给我们的人员。",
    askPerson: "需要人员处理的话，输入“转人工”就会通知他们。",
    resting: "不好意思，我现在没办法回答问题。您写的我们的人员看得到。",
    sorry: "不好意思，给你添麻烦了。这件事我看不到你的情况，要请我们的人员处理。",
    smallTalk: {
      greeting: "你好！想知道什么，直接打字问我就可以了。",
      thanks: "不客气！还有想知道的，随时问我。",
      goodbye: "再见，有需要再来找我。",
      agreement: "好的！还有想知道的，随时问我。",
      whoAreYou:
        "我是自动回复的小助手，不是真人。我会从店家提供的资料里找答案给你，资料里没有的，我不会乱猜。",
      rant: "不好意思，让你不愉快了。哪里没帮上忙，可以用一句话再跟我说一次。",
      laugh: "哈哈！还有想知道的，随时问我。",
      sum: "算数我帮不上忙，怕算错。其他想知道的，直接打字问我就可以了。",
      nonsense: "我看不太懂这条消息。可以用一句话告诉我，你想知道什么吗？",
      wordless: "我看不太懂这条消息。可以用一句话告诉我，你想知道什么吗？",
    },
  },
  en: {
    maybe: "I'm not sure this is what you are looking for, but this passage may help:",
    nearest: (absent) =>
      `The documents don't mention ${absent.map((one) => `“${one}”`).join(", ")}. The nearest they have is this:`,
    unknown:
      "I can't find the answer in the documents I have, and I'd rather not guess. Try asking it another way, or get in touch with our staff.",
    missing: (questions) =>
      `I can't find a clear answer to ${questions.map((one) => `“${one}”`).join(", ")} in the documents.`,
    unsupported: " (not found in the documents)",
    compare: "I don't compare or add things up, in case I get it wrong. Here is what the documents list:",
    left: (count) =>
      `There ${count === 1 ? "is 1 more" : `are ${count} more`} after these. Ask me about the one you need.`,
    person: "Of course. Please get in touch with our staff directly.",
    personTold: "Our staff have been told that you'd like to talk to a person.",
    personNoted: "I've noted that you'd like to talk to a person.",
    replyWithin: (minutes) =>
      ` There is usually a reply here within ${minutes < 60 ? minutesOf(minutes) : hoursOf(minutes / 60)}.`,
    nobodyThere: " Nobody is online right now; they will see it when they are back.",
    closedUntil: (when) => ` We are closed right now and open ${when}.`,
    closed: " We are closed right now.",
    personHasIt: (name) => `${name ?? "Our staff"} will reply to you here.`,
    contactKept: "Thank you. Our staff have your contact details.",
    askPerson: "If you need our staff to handle it, type “talk to a person” and they will be told.",
    resting: "Sorry, I can’t answer questions right now. Our staff can see what you wrote.",
    sorry: "I'm sorry for the trouble. I can't see your case from here, so our staff will have to help.",
    smallTalk: {
      greeting: "Hello! Just type what you would like to know.",
      thanks: "You're welcome! Ask me anything else, any time.",
      goodbye: "Goodbye! Come back whenever you need me.",
      agreement: "Great! Ask me anything else, any time.",
      whoAreYou:
        "I'm an automatic assistant, not a person. I look for answers in the documents this business gave me; what they don't say, I won't guess.",
      rant: "I'm sorry this has been frustrating. Tell me in a sentence what you need, and I'll try again.",
      laugh: "Ha! Ask me anything else, any time.",
      sum: "I'm no help with sums, I might get them wrong. Ask me anything else, any time.",
      nonsense: "I couldn't read that message. Could you tell me in a sentence what you would like to know?",
      wordless: "I couldn't read that message. Could you tell me in a sentence what you would like to know?",
    },
  },
  ja: {
    maybe: "お探しのものか確信がありませんが、こちらの資料が参考になるかもしれません：",
    nearest: (absent) =>
      `資料には${absent.map((one) => `「${one}」`).join("、")}についての記載がありません。いちばん近いのはこちらです：`,
    unknown:
      "手元の資料には答えが見つかりませんでした。推測ではお答えしません。別の言い方で試していただくか、スタッフに直接ご連絡ください。",
    missing: (questions) =>
      `${questions.map((one) => `「${one}」`).join("、")}については、資料にはっきりした答えが見つかりません。`,
    unsupported: "（資料では確認できません）",
    compare: "比較や合計は間違えるといけないため、お答えしていません。資料の内容はこちらです：",
    left: (count) => `このあとに ${count} 件続きます。知りたいものを聞いてください。`,
    person: "かしこまりました。この件はスタッフに直接お問い合わせください。",
    personTold: "担当者と話したいというご希望を、スタッフに伝えました。",
    personNoted: "担当者と話したいというご希望を承りました。",
    replyWithin: (minutes) =>
      `通常${minutes < 60 ? `${minutes}分` : `${minutes / 60}時間`}以内にこちらでお返事します。`,
    nobodyThere: "ただいま担当者が不在です。戻り次第、確認します。",
    closedUntil: (when) => `ただいま受付時間外です。受付開始は${when}です。`,
    closed: "ただいま受付時間外です。",
    personHasIt: (name) => `${name ?? "担当者"}が対応しています。こちらでお返事します。`,
    contactKept: "ありがとうございます。ご連絡先をスタッフに伝えました。",
    askPerson: "スタッフの対応が必要なときは「担当者と話したい」と入力してください。スタッフに伝わります。",
    resting:
      "申し訳ありません。ただいま質問にお答えできません。お書きいただいた内容はスタッフが確認できます。",
    sorry: "ご迷惑をおかけして申し訳ありません。こちらからは状況が見えないため、スタッフが対応します。",
    smallTalk: {
      greeting: "こんにちは！知りたいことをそのまま入力してください。",
      thanks: "どういたしまして。ほかにもあれば、いつでもどうぞ。",
      goodbye: "ありがとうございました。またいつでもどうぞ。",
      agreement: "承知しました。ほかにもあれば、いつでもどうぞ。",
      whoAreYou:
        "自動応答のアシスタントで、人ではありません。お店の資料から答えを探します。資料にないことは推測でお答えしません。",
      rant: "ご不快な思いをさせて申し訳ありません。お困りのことを一文で、もう一度教えてください。",
      laugh: "ほかにも知りたいことがあれば、いつでもどうぞ。",
      sum: "計算は間違えるといけないため、お手伝いできません。ほかのことはいつでもどうぞ。",
      nonsense: "メッセージを読み取れませんでした。知りたいことを一文で教えていただけますか。",
      wordless: "メッセージを読み取れませんでした。知りたいことを一文で教えていただけますか。",
    },
  },
  ko: {
    maybe: "찾으시는 내용인지 확실하지 않지만, 이 자료가 도움이 될 수 있습니다:",
    nearest: (absent) =>
      `자료에 ${absent.map((one) => `“${one}”`).join(", ")}에 대한 내용이 없습니다. 가장 가까운 내용은 다음과 같습니다:`,
    unknown:
      "가지고 있는 자료에서 답을 찾지 못했습니다. 추측해서 답하지 않겠습니다. 다르게 질문해 주시거나 직원에게 직접 문의해 주세요.",
    missing: (questions) =>
      `${questions.map((one) => `“${one}”`).join(", ")} 부분은 자료에서 분명한 답을 찾지 못했습니다.`,
    unsupported: " (자료에서 확인되지 않음)",
    compare: "비교나 합계는 틀릴 수 있어 대신 계산하지 않습니다. 자료의 내용은 다음과 같습니다:",
    left: (count) => `뒤에 ${count}개가 더 있습니다. 궁금한 항목을 물어봐 주세요.`,
    person: "알겠습니다. 이 건은 직원에게 직접 문의해 주세요.",
    personTold: "직원과 이야기하고 싶다는 말씀을 직원에게 전했습니다.",
    personNoted: "직원과 이야기하고 싶다는 말씀을 기록해 두었습니다.",
    replyWithin: (minutes) =>
      ` 보통 ${minutes < 60 ? `${minutes}분` : `${minutes / 60}시간`} 안에 여기에서 답변드립니다.`,
    nobodyThere: " 지금은 자리에 있는 직원이 없습니다. 돌아오는 대로 확인하겠습니다.",
    closedUntil: (when) => ` 지금은 상담 시간이 아닙니다. 상담은 ${when}에 시작합니다.`,
    closed: " 지금은 상담 시간이 아닙니다.",
    personHasIt: (name) => `${name ?? "직원"} 담당자가 이 대화를 맡고 있으며, 여기에서 답변드립니다.`,
    contactKept: "감사합니다. 연락처를 직원에게 전했습니다.",
    askPerson: "직원의 도움이 필요하시면 “상담원 연결”이라고 입력해 주세요. 직원에게 전달됩니다.",
    resting: "죄송합니다. 지금은 질문에 답변해 드릴 수 없습니다. 남겨 주신 내용은 직원이 볼 수 있습니다.",
    sorry: "불편을 드려 죄송합니다. 여기에서는 상황을 확인할 수 없어 직원이 도와드려야 합니다.",
    smallTalk: {
      greeting: "안녕하세요! 궁금한 점을 그대로 입력해 주세요.",
      thanks: "천만에요! 더 궁금한 점이 있으면 언제든지 물어봐 주세요.",
      goodbye: "안녕히 가세요. 필요하시면 언제든지 다시 찾아 주세요.",
      agreement: "알겠습니다! 더 궁금한 점이 있으면 언제든지 물어봐 주세요.",
      whoAreYou:
        "저는 자동 응답 도우미이고 사람이 아닙니다. 가게에서 준 자료에서 답을 찾으며, 자료에 없는 것은 추측하지 않습니다.",
      rant: "불편을 드려 죄송합니다. 무엇이 필요하신지 한 문장으로 다시 말씀해 주세요.",
      laugh: "하하! 더 궁금한 점이 있으면 언제든지 물어봐 주세요.",
      sum: "계산은 틀릴 수 있어 도와드리지 못합니다. 다른 궁금한 점은 언제든지 물어봐 주세요.",
      nonsense: "메시지를 이해하지 못했습니다. 무엇이 궁금하신지 한 문장으로 알려 주시겠어요?",
      wordless: "메시지를 이해하지 못했습니다. 무엇이 궁금하신지 한 문장으로 알려 주시겠어요?",
    },
  },
};

function minutesOf(count: number): string {
  return count === 1 ? "a minute" : `${count} minutes`;
}

function hoursOf(count: number): string {
  return count === 1 ? "an hour" : `${count} hours`;
}
