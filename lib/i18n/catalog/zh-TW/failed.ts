/** Also in the page that stands in for all others, in both languages: see app/global-error. */
export const failed = {
  retry: "再試一次",
  title: "這一頁出了狀況",
  description: "問題在我們這邊。請再試一次，還是不行就告訴管理這個站台的人。",
  reference: (digest: string) => `回報時請附上代碼 ${digest}`,
};
