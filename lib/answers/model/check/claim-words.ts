/** What links, counts and is polite, and says nothing of a thing; Han, longest first when used. */
export const linkingWords =
  "您好 你好 哈囉 謝謝 感謝 您的 你的 詢問 提問 來信 請問 不客氣 好的 是的 對的 沒錯 當然 沒問題 不好意思 抱歉 根據 依據 依照 按照 文件 資料 說明 規定 顯示 內容 提到 指出 寫明 載明 " +
  "我們 本店 我們店 敝店 店家 您 你 他 它 請 關於 有關 以下 如下 以上 也就是說 換句話說 換言之 因此 所以 總之 另外 此外 而且 並且 不過 但是 然而 只要 即可 就可以 就行 就好 便可 " +
  "希望 有幫助 幫到 幫助 歡迎 隨時 再來 再問 其他 還有 任何 問題 需要 的話 如果 若是 若 如 那麼 可以 可 能夠 能 會 要 需 必須 須 得 應該 應 的 了 是 為 在 於 到 以 及 和 與 跟 或 並 且 也 還 都 就 才 則 而 " +
  "這 那 此 該 其 個 喔 哦 唷 囉 呢 啊 呀 啦 嗎 吧 大約 大概 約 一共 總共 共 合計 共計 目前 現在 通常 一般 有 提供 而言 來說 來看 部分 方面 情況 進行 這裡 這邊 此處 連結 網頁 頁面 網站 官網 頁 辦理 申請 " +
  "不 沒 無 未 非 勿 恕 禁 別 免";

/** What is counted, behind a number. */
export const measures =
  "天 日 月 年 號 樓 時 點 分 件 罐 瓶 盒 包 杯 份 組 人 位 次 張 本 台 元 塊錢 塊 圓 折 成 個月 個 週 周 星期 小時 分鐘 歲 名 堂 期 倍 項 種 款 間 袋 支 隻 條 片 顆 斤 級 段 度";

/** Words with a denying character that deny nothing. */
export const exceptNegation =
  "不好意思 不過 不但 不只 不僅 不論 不管 不客氣 非常 沒問題 沒錯 無論 未來 不同 不錯 不妨 不限 特別 分別 別的 免得 是否";

export const plainEnglish =
  "a an the of to in on at by for from with and or but if is are was were be been being am do does did has have had can could may might " +
  "will would shall should must it its this that these those there here you your yours we our ours us they their i my me he she as so then than " +
  "please hello hi thank thanks yes sure ok okay well also just only about which who what when where how any all each per within into up out not no " +
  "never cannot without none nor neither unable n't don't doesn't can't isn't aren't won't free nt dollars twd ntd days day hours hour glad happy help let know more link page website click";

/** What a clause may set beside a value, by the side it stands on. */
export const limits: Readonly<Record<string, { before?: string; after?: string }>> = {
  within: { before: "within", after: "以內 之內 內" },
  after: { before: "after", after: "以後 之後 後 起" },
  before: { before: "before", after: "以前 之前 前" },
  under: { before: "未滿 不到 不足 不滿 低於 under below", after: "以下" },
  most: { before: "最多 不超過 至多 上限 up_to" },
  least: { before: "至少 最少 超過 滿 over", after: "以上 起跳" },
};

export const englishNumbers: ReadonlyMap<string, string> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, value) => [word, String(value)] as [string, string])
    .filter(([word]) => word !== "one")
    .concat([
      ["thirty", "30"],
      ["forty", "40"],
      ["fifty", "50"],
      ["sixty", "60"],
      ["ninety", "90"],
    ]),
);
