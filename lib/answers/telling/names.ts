/** Places that a visitor names to tell one branch or service from another; closed lists, folded when they are read. */
export const placeNames =
  "台北 新北 桃園 台中 台南 高雄 基隆 新竹 苗栗 彰化 南投 雲林 嘉義 屏東 宜蘭 花蓮 台東 澎湖 金門 馬祖 板橋 中壢 淡水 羅東 礁溪 墾丁 日本 韓國 香港 澳門 中國 大陸 新加坡 馬來西亞 泰國 越南 印尼 菲律賓 美國 加拿大 英國 法國 德國 澳洲 紐西蘭 歐洲";

/** Names of carriers, ways to pay, banks, shops and platforms: the documents' wider word doesn't say that one is among them. */
export const brandNames =
  "黑貓 新竹物流 宅急便 順豐 郵局 嘉里 宅配通 便利帶 街口 悠遊付 歐付寶 全支付 全盈 橘子支付 支付寶 微信支付 一卡通 悠遊卡 美國運通 銀聯 支票 國泰 中信 玉山 台新 富邦 永豐 萊爾富 統一超商 蝦皮 熊貓 露天";

/** What is said of anything; that documents don't say it tells nothing. */
export const plainNames =
  "東西 事情 問題 時候 期間 現在 目前 今天 明天 昨天 最近 之前 之後 以前 以後 臨時 突然 馬上 直接 順便 另外 其他 全部 一些 一點 一下 一樣 一直 一定 已經 還有 出來 進去 回來 出去 過來 下來 起來 拿到 拿去 覺得 知道 比較 例如 方便 正常 麻煩 老闆 先生 小姐 朋友 家裡 人家 大家 我們 你們 禮拜 星期 喜歡 應該 可能 真的 到底 希望";

/** Latin words among Chinese that name nothing. */
export const plainWords =
  "email mail gmail size line wifi menu sale free type case home help order hello please thanks info website page text message call phone check book room time what when where which does have with from want need this that http https www";
