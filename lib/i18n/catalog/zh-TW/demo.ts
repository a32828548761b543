export const demo = {
  metaTitle: "山嵐茶行",
  banner: "這是示範商店，右下角的小工具由 Dawen 答問回答。",
  backToSite: "回 Dawen 答問",
  ask: "試著問問看",
  questions: ["可以退貨嗎？", "運費多少？", "發票可以打統編嗎？", "你們總統是誰？"],
  shop: {
    name: "山嵐茶行",
    tagline: "阿里山與鹿谷的單一茶園茶",
    navigation: "商店選單",
    products: "茶葉",
    about: "關於我們",
    contact: "聯絡",
    addToCart: "加入購物車",
    price: (amount: number) => `NT$${amount.toLocaleString("zh-TW")}`,
    weight: (grams: number) => `${grams} 克`,
  },
};
