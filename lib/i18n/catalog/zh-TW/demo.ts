export const demo = {
  metaTitle: "示範商店：霧腳茶行",
  metaDescription: "一間示範的茶行，右下角裝著真的小工具。問它退貨、運費或營業時間，看它怎麼引用文件回答。",
  bar: {
    notice: "這是示範商店",
    dashboard: "打開儀表板",
    chats: "看對話",
    tryAsking: "問問右下角的小幫手：",
  },
};
