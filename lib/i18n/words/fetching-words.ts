import type { Locale } from "../locale";
import type { ReadingWords } from "./reading-words";

const zhTW = {
  address_malformed: { what: "網址不對。", advice: "請檢查有沒有打錯，再加一次。" },
  address_refused: {
    what: "這個網址通到內部網路或不開放的位置，不能讀。",
    advice: "請用公開的 http 或 https 網址。公司內部的頁面，請存成檔案再上傳。",
  },
  redirected_too_often: {
    what: "網址一直轉到別的地方，到不了。",
    advice: "請在瀏覽器打開，用最後停下來的網址。",
  },
  fetch_too_large: { what: "內容超過 20 MB。", advice: "請先下載，再用「檔案」上傳，一個最大 100 MB。" },
  fetch_timed_out: { what: "網站太久沒有回應。", advice: "請過一會兒再讀一次；一直這樣，請問網站的管理者。" },
  fetch_failed: { what: "連不上這個網站。", advice: "請確認網址沒有打錯、在瀏覽器打得開，再讀一次。" },
  not_found: { what: "這個網址現在沒有網頁（404）。", advice: "請確認網址；頁面搬家了，請加新的網址。" },
  needs_login: {
    what: "要登入才看得到。",
    advice:
      "請改用公開的網址。Google 文件請按「共用」，改成「知道連結的任何人」都能檢視；其他頁面請存成檔案再上傳。",
  },
  forbidden: {
    what: "網站不讓我們讀這一頁（403）。",
    advice: "請網站的管理者允許「Dawen」讀取，或存成檔案再上傳。",
  },
  asked_too_often: { what: "網站說問得太頻繁（429）。", advice: "請過一小時再讀一次。" },
  server_error: { what: "網站自己出錯了。", advice: "請過一會兒再讀一次；一直這樣，請問網站的管理者。" },
  http_error: { what: "網站沒有給出這一頁。", advice: "請在瀏覽器打開看看，再讀一次。" },
  robots: {
    what: "網站的 robots.txt 不讓程式讀這一頁。",
    advice: "是你的網站，請在 robots.txt 允許「Dawen」；不然請把內容貼到新的文件裡。",
  },
  drawn_by_scripts: {
    what: "頁面上沒有文字：內容是用 JavaScript 畫出來的。",
    advice: "請在瀏覽器把文字複製下來，貼到新的文件裡，或把頁面另存成 PDF 再上傳。",
  },
  elsewhere: { what: "這一頁轉到別的網站了。", advice: "要讀的話，請另外加那個網址。" },
  same_as: { what: "和另一頁相同，所以只讀那一頁。", advice: "" },
  other_language: { what: "是別的語言，所以沒有讀。", advice: "" },
  site_bound: {
    what: "頁數到你設的上限了，還有沒讀的頁面。",
    advice: "要更多，請移除後重新加入，把上限調高，或只留需要的路徑。",
  },
  site_slow: { what: "網站要慢慢讀，這次還沒讀完。", advice: "下次更新會從沒讀過的頁面繼續。" },
  site_stopped: { what: "網站連續十頁都沒給，先停下來了。", advice: "請過一會兒再更新一次。" },
  no_sitemap: { what: "網站沒有網站地圖（sitemap），改從連結找頁面。", advice: "" },
} satisfies Record<string, ReadingWords>;

const en: typeof zhTW = {
  address_malformed: { what: "This is no address.", advice: "Check it for typos and add it again." },
  address_refused: {
    what: "This address leads into a private network, or to a place that isn’t open, so it can’t be read.",
    advice: "Use a public http or https address. Save internal pages as files and upload those.",
  },
  redirected_too_often: {
    what: "The address keeps leading elsewhere.",
    advice: "Open it in a browser and use the address where it ends.",
  },
  fetch_too_large: {
    what: "There is more than 20 MB.",
    advice: "Download it and upload it under Files, 100 MB at most.",
  },
  fetch_timed_out: {
    what: "The site took too long to answer.",
    advice: "Read it again in a while. If that goes on, ask whoever runs the site.",
  },
  fetch_failed: {
    what: "The site can’t be reached.",
    advice: "Check the address for typos and that it opens in a browser, then read it again.",
  },
  not_found: {
    what: "There is no page at this address now (404).",
    advice: "Check the address. If the page has moved, add its new address.",
  },
  needs_login: {
    what: "Only those who sign in can see it.",
    advice:
      "Use a public address. For a Google document, choose Share and let anyone with the link view it; save other pages as files and upload those.",
  },
  forbidden: {
    what: "The site doesn’t let us read this page (403).",
    advice: "Ask whoever runs the site to let “Dawen” in, or save it as a file and upload that.",
  },
  asked_too_often: {
    what: "The site says it is asked too often (429).",
    advice: "Read it again in an hour.",
  },
  server_error: {
    what: "The site itself has failed.",
    advice: "Read it again in a while. If that goes on, ask whoever runs the site.",
  },
  http_error: {
    what: "The site didn’t give this page.",
    advice: "Open it in a browser to see why, then read it again.",
  },
  robots: {
    what: "The site’s robots.txt doesn’t let programs read this page.",
    advice: "If it is your site, allow “Dawen” in robots.txt; otherwise paste the text into a new document.",
  },
  drawn_by_scripts: {
    what: "There is no text in the page: it is drawn by JavaScript.",
    advice: "Copy the text from your browser into a new document, or save the page as PDF and upload that.",
  },
  elsewhere: { what: "This page leads to another site.", advice: "To have it read, add that address too." },
  same_as: { what: "It is the same as another page, so only that one is read.", advice: "" },
  other_language: { what: "It is in another language, so it was left out.", advice: "" },
  site_bound: {
    what: "There are more pages than the limit you set.",
    advice: "For more, remove the site and add it with a higher limit, or keep only the paths you need.",
  },
  site_slow: {
    what: "The site wants to be read slowly, and not all of it was read this time.",
    advice: "The next check goes on with pages not read yet.",
  },
  site_stopped: {
    what: "Ten pages in a row didn’t come, so it was stopped.",
    advice: "Check again in a while.",
  },
  no_sitemap: { what: "The site has no sitemap, so its pages were found by their links.", advice: "" },
};

/** What is said of a page of the web that can't be read, by the name of its fault. */
export function getFetchingWords(locale: Locale): Record<string, ReadingWords> {
  return locale === "zh-TW" ? zhTW : en;
}
