export const site = {
  metaTitle: "Dawen 答問：照著你的文件回答的客服",
  metaDescription: "把退換貨、運費、營業時間這些文件放進來，在網站貼一行，訪客發問就會得到附原文的回答。",
  signIn: "登入",
  signUp: "註冊",
  dashboard: "進入後台",
  siteNavigation: "網站選單",
  openMenu: "打開選單",
  nav: {
    features: "功能介紹",
    howItWorks: "使用流程",
    questions: "常見問題",
    tools: "實用工具",
    developers: "開發者中心",
    privacy: "隱私權",
    terms: "使用條款",
  },
  hero: {
    title: "客人問，照你的文件答，\n附上原文",
    lead: "把退換貨、運費、營業時間寫進來，在網站貼一行。訪客發問，答問從你的文件找出答案，並引出那一句原文。文件裡沒有的，就老實說不知道。",
    primary: "建立機器人",
    demo: "看示範商店",
  },
  picture: {
    label: "示意：左邊是店家寫的文件，右邊是小工具引用其中一句來回答。",
    documentTitle: "退貨與換貨",
    documentKind: "文件",
    documentBefore: "七天猶豫期（鑑賞期）",
    documentQuote: "網路訂單可以退貨：收到商品的隔天起算 7 天內都能申請，不必說明理由，退貨運費由茶行負擔。",
    documentAfter: "最後一天遇到假日，順延到下一個上班日。",
    documentSecond: "猶豫期是讓你檢查商品的時間，不是試喝期。拆開外盒、檢查茶罐外觀都沒有關係。",
    botName: "霧腳小幫手",
    botState: "AI 客服",
    question: "可以退貨嗎？",
    answer: "可以，收到商品的隔天起算 7 天內都能申請，退貨運費由茶行負擔。",
    sourceFrom: "出自《退貨與換貨》",
    secondQuestion: "你們總統是誰？",
    secondAnswer: "這個問題我在店家的資料裡找不到答案。可以換個說法，或按「找真人客服」。",
    placeholder: "想問什麼呢？",
  },
  steps: {
    title: "三件事就上線",
    items: [
      {
        title: "放進文件",
        text: "貼上或直接寫。一存檔就能回答，改了文字，下一個回答就跟著改。",
      },
      {
        title: "貼一行程式碼",
        text: "放在網站任何一頁的 </body> 之前。顏色、位置、名稱與歡迎詞，在後台邊改邊看。",
      },
      {
        title: "看見每一則對話",
        text: "訪客問了什麼、引用了哪一段、哪些沒答出來，團隊在同一個畫面即時看到。",
      },
    ],
  },
  snippet: {
    title: "安裝就是這一行",
    description: "data-token 換成你的機器人識別碼，在它的「安裝」頁可以複製。",
  },
  promises: {
    title: "它怎麼回答",
    items: [
      { title: "引用要對得上", text: "每段引文都先跟文件逐字核對，對不上就不會顯示。" },
      {
        title: "不知道就說不知道",
        text: "文件沒寫的不猜。訪客可以換個問法，或說要找真人，團隊在後台馬上看到。",
      },
      { title: "資料在你手上", text: "自己架設，一個指令就能跑。沒有模型金鑰也能回答。" },
    ],
  },
  footer: {
    navigation: "頁尾選單",
    tagline: "照著文件回答的網站客服",
    license: "以 MIT 授權開放原始碼",
  },
};
