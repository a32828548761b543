/** What stands on the pages of bots and knowledge before they arrive. */
export const places = {
  bots: {
    title: "機器人",
    description: "一個機器人有自己的外觀、文件和安裝碼。",
  },
  newBot: {
    title: "建立機器人",
    description: "先取個名字，其他的之後都能改。",
  },
  backToBots: "所有機器人",
  botTabs: {
    overview: "總覽",
    knowledge: "文件",
    appearance: "外觀",
    install: "安裝",
  },
  knowledge: {
    title: "文件",
    description: "它只會照這些文件回答。一份文件講一件事，找得最準。",
  },
  versions: "版本",
};
