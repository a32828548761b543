/** Places that a visitor names to tell one branch or service from another; closed lists, folded when they are read. */
export const placeNames =
  "台北 新北 桃園 台中 台南 高雄 基隆 新竹 苗栗 彰化 南投 雲林 嘉義 屏東 宜蘭 花蓮 台東 澎湖 金門 馬祖 板橋 中壢 淡水 羅東 礁溪 墾丁 日本 韓國 香港 澳門 中國 大陸 新加坡 馬來西亞 泰國 越南 印尼 菲律賓 美國 加拿大 英國 法國 德國 澳洲 紐西蘭 歐洲";

/**
 * Names of carriers, ways to pay, banks, shops and platforms: the documents' wider word doesn't say that
 * one is among them.
 */
export const brandNames =
  "黑貓 新竹物流 宅急便 順豐 郵局 嘉里 宅配通 便利帶 街口 悠遊付 歐付寶 全支付 全盈 橘子支付 支付寶 微信支付 一卡通 悠遊卡 美國運通 銀聯 支票 國泰 中信 玉山 台新 富邦 永豐 萊爾富 統一超商 蝦皮 熊貓 露天";

/**
 * Kinds of things that go by names. Where documents lack a name, what they say of its kind is the nearest: what they
 * take for 「那 LINE Pay 呢」. `names` with `_` for a blank, each with all its other names; `asks` is looked for, and what
 * is on the kind says one of `tells`.
 */
export const nameKinds: readonly { names: string; asks: string; tells: string }[] = [
  {
    names:
      "line_pay apple_pay google_pay samsung_pay 街口支付 悠遊付 悠遊卡 一卡通 icash 全支付 全盈+pay 歐付寶 pi拍錢包 台灣pay 橘子支付 支付寶 微信支付 paypal 銀角零卡 美國運通 銀聯卡",
    asks: "付款方式 支付 刷卡 付現金",
    tells: "付款|付現|支付|刷卡|信用卡|現金|轉帳|匯款|票證|\\bpay|\\bcard|\\bcash|支払|カード|現金|결제|카드",
  },
  {
    names: "黑貓宅急便 新竹物流 宅配通 順豐 嘉里大榮",
    asks: "寄送方式 宅配 配送 物流",
    tells: "寄送|寄出|宅配|配送|運送|運費|物流|郵寄|取貨|\\bship|\\bdeliver|配送|発送|배송",
  },
];

/** What is said of anything; that documents don't say it tells nothing. */
export const plainNames =
  "東西 各種 每種 事情 問題 時候 期間 現在 目前 今天 明天 昨天 最近 之前 之後 以前 以後 臨時 突然 馬上 直接 順便 另外 其他 全部 一些 一點 一下 一樣 一直 一定 已經 還有 出來 進去 回來 出去 過來 下來 起來 拿到 拿去 覺得 知道 比較 例如 方便 正常 麻煩 老闆 先生 小姐 朋友 家裡 人家 大家 我們 你們 禮拜 星期 喜歡 應該 可能 真的 到底 希望 大概 大約 差不多 有點 好像 通常 一般 反正 其實 然後";

/** Latin words among Chinese that name nothing. */
export const plainWords =
  "app atm pdf ssd usb vip diy the and for you can how who why not buy get use pay may all any new old one two yes email mail gmail size line wifi menu sale free type case home help order hello please thanks info website page text message call phone check book room time what when where which does have with from want need this that http https www";

/**
 * What is asked now and then of any shop and stands in few documents, each with the words by which a document is on it:
 * beside 「徵店員嗎」 what is written of staff is something else. Folded when they are read.
 */
export const apartSubjects: readonly { asks: string; tells: string }[] = [
  {
    asks: "徵(?:人|才|店員|工讀|兼職|正職|員工|夥伴)|應徵|職缺|工讀生|打工|兼職|時薪|月薪|薪水|薪資|起薪|面試|缺人|缺不缺人|招人|招募|\\b(?:hiring|job openings?|vacanc(?:y|ies)|part-time job)\\b|求人|アルバイト|時給|채용|알바|시급",
    tells: "徵|職缺|工讀|打工|兼職|薪|面試|招募|招聘|hiring|job|求人|채용",
  },
  { asks: "加盟|開分店|\\bfranchise\\b|フランチャイズ|가맹", tells: "加盟|franchise" },
  {
    asks: "減肥|瘦身|變瘦|燃脂|抗癌|防癌|療效|降血[壓糖脂]|[高低]血[壓糖脂]|糖尿病|痛風|心臟病|腎臟病|胃潰瘍|胃食道|失眠|憂鬱|癌症|肝病|吃藥|服藥|配藥|[頭腰背肩頸膝腳腿胃肚牙](?:蓋|部|子)?(?:會|很|在|好)?痛|椎間盤|骨折|扭傷|氣喘|白內障|青光眼|開完?刀|\\b(?:diabetes|diabetic|blood pressure|lose weight|weight loss|cure|cancer|insomnia)\\b|糖尿病|高血圧|ダイエット|痩せ|다이어트|당뇨|고혈압|불면",
    tells:
      "減肥|瘦身|體重|癌|治療|療效|血壓|血糖|血脂|糖尿|痛風|心臟|腎|胃|失眠|憂鬱|肝|藥|醫|療|診|痛|傷|骨|氣喘",
  },
  {
    asks: "違法|犯法|犯罪|賠償責任|法律責任|可以告|勝訴|\\b(?:sue|lawsuit|illegal|legal advice)\\b|訴え|違法|고소|불법",
    tells: "違法|犯法|法律|訴訟|告|仲裁|消費者保護",
  },
  {
    asks: "投資|增值|保值|漲價空間|股票|會賺|\\b(?:invest|investment|resale value)\\b|投資|투자",
    tells: "投資|增值|保值|股票",
  },
];
