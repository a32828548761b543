/** The conversation's words for Taiwan come with its code; those of the other languages are files of their own. */
export const talkWords = {
  you: "你說：",
  unreachable: "連不上客服，請檢查網路",
  late: "還沒收到回覆",
  broken: "客服系統出了狀況",
  gone: "這個客服已經停用",
  limited: "現在訊息太多，請等 {n} 秒",
  retry: "再試一次",
  menu: "更多選項",
  restart: "開始新對話",
  undo: "復原剛才的對話",
  sound: "有回覆時出聲",
  sources: "出處",
  visit: "看原頁",
  copy: "複製",
  copied: "已複製",
  copyFailed: "這個網頁不讓人複製",
  up: "有幫助",
  down: "沒幫助",
  why: "哪裡不好？",
  reasons: "答非所問|內容有誤|看不懂",
  thanks: "收到，謝謝",
  today: "今天",
  awaiting: "正在等真人客服，也可以先繼續問",
  withPerson: "{n} 在這裡回覆你",
};

export type TalkWords = typeof talkWords;
