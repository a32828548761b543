import type { demo as source } from "../zh-TW/demo";

export const demo: typeof source = {
  metaTitle: "山嵐茶行",
  banner: "This is a demo shop. The widget in the corner is answered by Dawen 答問.",
  backToSite: "Back to Dawen 答問",
  ask: "Try asking",
  questions: ["可以退貨嗎?", "運費多少?", "發票可以打統編嗎?", "你們總統是誰?"],
  shop: {
    name: "山嵐茶行",
    tagline: "Single-garden teas from Alishan and Lugu",
    navigation: "Shop",
    products: "Teas",
    about: "About us",
    contact: "Contact",
    addToCart: "Add to cart",
    price: (amount) => `NT$${amount.toLocaleString("en")}`,
    weight: (grams) => `${grams} g`,
  },
};
