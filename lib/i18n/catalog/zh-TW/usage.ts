/** What is said of a team's plan and of what of it is used. */
export const usage = {
  title: "用量",
  description: "團隊的方案，和這個月用了多少。",
  plan: {
    title: "方案",
    none: "這台伺服器沒有開方案：用量只是給你看的，沒有限制。",
    until: (day: string) => `到 ${day} 為止`,
    noEnd: "沒有到期日",
    over: (day: string) => `${day} 已經到期`,
    change: "要換方案或延長，請聯絡經營這台伺服器的人：",
    noContact: "要換方案或延長，請聯絡經營這台伺服器的人。",
    see: "看有哪些方案",
  },
  limits: {
    title: "用了多少",
    messages: "這個月回答的訊息",
    bots: "機器人",
    documents: "文件",
    characters: "文件的總字數",
    seats: "席位",
    noLimit: "不限",
    full: "滿了",
  },
  month: {
    title: (month: string) => `${month}的每一天`,
    description: (zone: string) => `訪客有得到回答的訊息，照團隊的時區（${zone}）。每一刻鐘算一次。`,
    caption: "每天回答的訊息",
    day: "日期",
    turns: "訊息",
    none: "這個月還沒有回答訊息。",
    soon: "剛回答的訊息，下一刻鐘算進每一天。",
  },
  months: {
    title: "之前的月份",
    none: "還沒有之前的月份。",
  },
  notice: {
    over: (day: string) =>
      `團隊的方案在 ${day} 到期了。機器人現在請訪客找人員，也不能再新增；原有的資料都還在。`,
    full: (most: string) => `這個月 ${most} 則訊息的額度用完了。到下個月之前，機器人會請訪客找人員。`,
    nearly: (used: string, most: string) => `這個月的訊息用了 ${used} 則，方案有 ${most} 則。`,
    ends: (day: string) => `團隊的方案到 ${day} 為止。之後機器人會請訪客找人員，也不能再新增。`,
    see: "看用量",
  },
};
