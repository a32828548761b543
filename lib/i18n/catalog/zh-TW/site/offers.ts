/** What the pages on prices and on working together say. */
export const offers = {
  pricing: {
    title: "方案定價",
    description:
      "答問是開放原始碼的軟體，軟體不收費。自己架設要花哪些錢、這台伺服器的方案和上限是多少，都列在這裡。",
    lead: "軟體沒有付費版：所有功能都在你下載的那一份裡。要花錢的只有它跑的地方，和你自己選接的服務。",
    software: {
      title: "軟體本身：0 元",
      items: [
        "以 MIT 授權開放原始碼，可以商用、修改、幫別人架設。",
        "沒有要金鑰才打開的功能。要不要按方案限制每個團隊的用量，由架設的人決定（PLANS）；不開就沒有方案。",
        "軟體裡沒有收款：不問信用卡，也不會自己扣錢。",
      ],
      operator: (operator: string) => `這台伺服器由${operator}經營。如果你們之間另有費用，以你們談的為準。`,
      someOperator: "架設它的人",
    },
    plans: {
      title: "這台伺服器的方案",
      lead: (days: string) =>
        `新的團隊從試用開始，${days} 天，不用信用卡。軟體不收款：要換方案，請聯絡經營這台伺服器的人，由他設定。`,
      none: "這台伺服器沒有開方案：每個團隊都能用到下面的上限。",
      caption: "每個方案有多少",
      limit: "項目",
      names: { trial: "免費試用", starter: "入門", pro: "專業", unlimited: "不限量" },
      rows: {
        days: "期限",
        bots: "機器人",
        messages: "每月回答的訊息",
        documents: "文件",
        characters: "文件的總字數",
        seats: "席位（成員和邀請）",
        retentionDays: "對話最久保留",
      },
      daysOf: (days: string) => `${days} 天`,
      noEnd: "照你們談的",
      noLimit: "不限",
      forever: "一直保留",
      notes: [
        "算的是訪客的訊息有得到回答的次數，照團隊時區的月份；重送的同一則只算一次，暫停中和沒回成的不算。",
        "所有功能每個方案都有。小工具上只有你的名字，沒有答問的字樣，每個方案都一樣。",
        "文件、機器人或席位超過方案時，原有的都還在、照常運作，只是不能再新增。",
      ],
    },
    running: {
      title: "自己架設要付的",
      required: "一定要",
      optional: "可選",
      rows: [
        {
          what: "一台機器",
          isNeeded: true,
          cost: "電費或主機商的月租。2026-11-29 在 2 核心的 Linux 上量到：記憶體 576 MiB，閒置時用 1 % CPU，套件佔 782 MiB 硬碟。",
        },
        {
          what: "網址與憑證",
          isNeeded: false,
          cost: "要讓別人連得到才需要；照你的註冊商和憑證商。只在自己的電腦上用就不用。",
        },
        {
          what: "語言模型",
          isNeeded: false,
          cost: "照模型商的價目，用你自己的金鑰，直接付給他們。不接就是 0 元，答案直接用文件裡的句子。",
        },
        {
          what: "PostgreSQL、Redis",
          isNeeded: false,
          cost: "內建的就能用。要多台一起跑時才換，照你選的服務。",
        },
        { what: "寄信、檔案空間（S3）", isNeeded: false, cost: "不設也能用。設了照你選的服務。" },
      ],
      hasModel: (host: string) => `這台伺服器接了語言模型（${host}），用量記在架設者的帳上。`,
      hasNoModel: "這台伺服器沒有接語言模型，回答不花模型的錢。",
    },
    ceilings: {
      title: "這台伺服器的上限",
      lead: "上限是為了擋濫用，不是方案。標著變數名稱的，架設的人可以改，設成 0 就是不設限；其他的寫在程式裡。",
      caption: "現在的上限",
      columns: { what: "對象", most: "最多" },
      bots: "一個團隊的機器人",
      documents: "一個機器人的文件",
      characters: "一份文件的長度",
      files: "一個機器人交進來的檔案",
      file: "一個檔案",
      storage: "一個團隊的檔案合計",
      addresses: "一個機器人的網頁或網站",
      members: "團隊成員",
      noLimit: "不限",
      countOf: (count: string) => `${count} 個`,
      charactersOf: (count: string) => `${count} 字`,
    },
  },
  partners: {
    title: "推廣合作",
    description:
      "幫客戶做網站、顧系統的人，怎麼拿答問服務客戶：授權允許什麼、一台怎麼分給多家、這個版本沒有什麼。",
    lead: "你幫店家做網站、顧主機、寫客服文件的話，可以把答問放進你的服務裡。要不要收費、收多少，是你和客戶的事。",
    may: {
      title: "你可以這樣用",
      items: [
        {
          title: "幫客戶架設",
          text: "MIT 授權允許商用、修改、轉交和收費，只要保留授權聲明。不用跟我們簽約，也不用付費。",
        },
        {
          title: "一台給多家客戶",
          text: "每家客戶一個團隊，文件、對話和成員都分開，彼此看不到。你可以同時在好幾個團隊裡，在「團隊」頁切換。",
        },
        {
          title: "小工具只掛客戶的名字",
          text: "名稱、顏色、頭像和歡迎詞都是客戶的，上面沒有答問的字樣，也沒有廣告。",
        },
        {
          title: "網站寫你的名字",
          text: "設定 OPERATOR_NAME 和 OPERATOR_CONTACT，隱私權、使用條款和這一頁就會寫明由誰經營、怎麼聯絡。",
        },
      ],
    },
    steps: {
      title: "第一家客戶怎麼開始",
      items: [
        {
          title: "先用他的文字試一題",
          text: "把客戶網站上的退換貨說明貼進實用工具「它會怎麼回答？」，不用帳號，看它引用哪一句。",
        },
        {
          title: "開一個團隊給他",
          text: '在伺服器上執行 npm run user:invite -- EMAIL "姓名" "團隊名稱"，印出來的連結讓客戶設密碼，他就是擁有者。',
        },
        {
          title: "一起放文件、貼一行",
          text: "他邀請你進團隊當編輯者，你幫他放文件、調外觀，再把安裝碼貼到網站。",
        },
        {
          title: "每週看沒答出來的",
          text: "對話裡標著「沒答出來」的問題，就是下次該補的文件，也是你看得見的成果。",
        },
      ],
    },
    not: {
      title: "這個版本沒有的",
      items: [
        "沒有推薦連結，也沒有分潤或佣金。",
        "沒有替客戶開帳單或收款的功能。架設的人打開 PLANS 後，可以用 npm run team:plan 給每家客戶設方案，錢怎麼收是你們的事。",
        "後台的標誌和名稱是「Dawen 答問」，沒有設定可以換；要換就改程式，授權允許。",
      ],
    },
    contact: {
      title: "聯絡",
      contact: "想談合作，請聯絡這台伺服器的經營者：",
      noContact: "這台伺服器的經營者沒有留下聯絡方式，請找給你這個網址的人。",
    },
  },
};
