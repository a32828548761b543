import type { Locale } from "../locale";

/** A reason why a file wasn't read, and what its owner can do. */
export type ReadingWords = { what: string; advice: string };

type FaultName =
  | "encrypted"
  | "broken"
  | "empty"
  | "no_text"
  | "scanned"
  | "from_scan"
  | "picture"
  | "unsupported"
  | "not_its_name"
  | "too_large"
  | "too_long"
  | "too_much_unpacked"
  | "too_many_entries"
  | "too_many_pages"
  | "too_many_rows"
  | "line_too_long"
  | "nested_zip"
  | "too_slow"
  | "too_much_memory"
  | "hidden"
  | "row_no_question"
  | "row_no_answer"
  | "row_doubled"
  | "row_long";

const zhTW: Record<FaultName, ReadingWords> = {
  encrypted: {
    what: "檔案有密碼，打不開。",
    advice: "請用原本的程式打開，移除密碼後另存一份，再上傳那一份。",
  },
  broken: {
    what: "檔案壞了，或內容和檔名不符，讀不出來。",
    advice: "請先在電腦上打開看看。打得開就另存新檔再上傳；打不開，請重新下載或向給你的人再要一份。",
  },
  empty: { what: "檔案是空的。", advice: "請確認檔案存好了，再上傳一次。" },
  no_text: {
    what: "檔案裡沒有文字。",
    advice: "請確認內容是文字，不是圖片；也可以把文字貼到新的文件裡。",
  },
  scanned: {
    what: "這是掃描的圖片，裡面沒有文字。",
    advice:
      "請改用有文字的原始檔（例如 Word 檔）。或請管理伺服器的人用 npm run ocr:add 裝上文字辨識，再讀一次；裝了還是讀不到，就是認不出字，或掃描超過 200 頁。",
  },
  from_scan: {
    what: "從掃描的圖片辨識出來的，可能有錯字。",
    advice: "請對照原檔，發布前先改正文字。",
  },
  picture: {
    what: "這是圖片，不能直接讀。",
    advice:
      "請把圖片存成 PDF 再上傳（用「列印」就能存成 PDF），像掃描一樣辨識上面的字；或把上面的文字打成文件。",
  },
  unsupported: {
    what: "這種檔案讀不了。",
    advice:
      "請另存成 PDF、Word（.docx）、Excel（.xlsx）、PowerPoint（.pptx）、CSV、網頁（.html）或純文字檔，再上傳。",
  },
  not_its_name: {
    what: "檔名說是文件，內容卻是網頁（HTML），常常是登入頁或錯誤頁。",
    advice:
      "請在瀏覽器裡打開原本的連結，確認下載到的是文件，再上傳；真的要用這個網頁，請把副檔名改成 .html。",
  },
  too_large: { what: "檔案超過 100 MB。", advice: "請分成幾個小一點的檔案，或拿掉裡面的圖片，再上傳。" },
  too_long: { what: "文字太多，超過 500 萬字。", advice: "請分成幾個檔案，再上傳。" },
  too_much_unpacked: {
    what: "解開後太大：裡面有超過 60 MB 的檔案，或全部超過 100 MB。",
    advice: "請確認檔案的來源可靠；內容真的這麼多，請分成幾個小一點的檔案，再上傳。",
  },
  too_many_entries: {
    what: "壓縮檔裡超過 2,000 個檔案。",
    advice: "請分成幾個壓縮檔，再上傳。",
  },
  too_many_pages: { what: "超過 3,000 頁。", advice: "請分成幾個檔案，再上傳。" },
  too_many_rows: {
    what: "表格太大：一張工作表超過 20 萬列。",
    advice: "請刪掉空白列（選取後整列刪除），只留機器人用得到的部分，或分成幾個檔案，再上傳。",
  },
  line_too_long: {
    what: "有一行超過 100 萬字，不像表格。",
    advice: "請用 Excel 打開，確認有分成一列一列，再另存成 CSV 上傳。",
  },
  nested_zip: {
    what: "壓縮檔裡還有壓縮檔。",
    advice: "請先解開裡面的壓縮檔，再直接上傳裡面的檔案。",
  },
  too_slow: { what: "讀了太久，先停下來了。", advice: "請分成幾個小一點的檔案，再上傳。" },
  too_much_memory: {
    what: "讀這個檔案要用太多記憶體，先停下來了。",
    advice: "請確認檔案的來源可靠；內容真的這麼多，請分成幾個小一點的檔案，再上傳。",
  },
  hidden: {
    what: "這張工作表是隱藏的，沒有讀。",
    advice: "要讀的話，請在 Excel 裡取消隱藏，存檔後再上傳。",
  },
  row_no_question: {
    what: "這一列沒有問題，沒有收進來。",
    advice: "請在試算表補上問題，再上傳新版。",
  },
  row_no_answer: {
    what: "這一列沒有答案，沒有收進來。",
    advice: "請在試算表補上答案，再上傳新版。",
  },
  row_doubled: {
    what: "這一列的問題和上面某一列一樣，只收上面那一列。",
    advice: "請在試算表合成一列，或改成不同的問題，再上傳新版。",
  },
  row_long: {
    what: "這一列太長，沒有收進來：問題最多 300 字，答案最多 5,000 字。",
    advice: "請在試算表縮短，或把答案分成幾列，再上傳新版。",
  },
};

const en: Record<FaultName, ReadingWords> = {
  encrypted: {
    what: "The file is encrypted with a password, so it can’t be opened.",
    advice: "Open it in the program it comes from, save a copy without the password and upload that copy.",
  },
  broken: {
    what: "The file is broken, or isn’t what its name says, so it can’t be read.",
    advice:
      "Try to open it on your computer. If it opens, save it anew and upload that; if not, download it again or ask for another copy.",
  },
  empty: { what: "The file is empty.", advice: "Check that it was saved, then upload it again." },
  no_text: {
    what: "There is no text in the file.",
    advice: "Check that it holds text and not pictures, or paste the text into a new document.",
  },
  scanned: {
    what: "The file is scanned: pictures of pages, with no text in it.",
    advice:
      "Upload the original with text, such as a Word file. Or ask whoever runs the server to install text recognition with npm run ocr:add, then read it again. If that is done, no letters were found, or more than 200 pages are scans.",
  },
  from_scan: {
    what: "Read from a scan, so there may be wrong letters.",
    advice: "Compare it with the original and correct the text before you publish.",
  },
  picture: {
    what: "This is a picture, and can’t be read as it is.",
    advice:
      "Save it as a PDF (printing does that) and upload that: its letters are recognised as those of a scan are. Or type what it says into a document.",
  },
  unsupported: {
    what: "Files of this kind can’t be read.",
    advice:
      "Save it as PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), CSV, a web page (.html) or plain text and upload that.",
  },
  not_its_name: {
    what: "Its name says it’s a document, but it is a web page (HTML), often a sign-in or error page.",
    advice:
      "Open the original link in a browser, check that you get the document, and upload that. To use this page itself, rename it to .html.",
  },
  too_large: {
    what: "The file is larger than 100 MB.",
    advice: "Split it into smaller files or take out its pictures, then upload those.",
  },
  too_long: {
    what: "There is too much text: more than 5 million characters.",
    advice: "Split it into several files, then upload those.",
  },
  too_much_unpacked: {
    what: "Unpacked it is too large: one file in it is over 60 MB, or all of them are over 100 MB.",
    advice:
      "Check that you trust where it comes from. If there really is that much in it, split it into smaller files.",
  },
  too_many_entries: {
    what: "There are more than 2,000 files in the archive.",
    advice: "Split it into several archives, then upload those.",
  },
  too_many_pages: {
    what: "There are more than 3,000 pages.",
    advice: "Split it into several files, then upload those.",
  },
  too_many_rows: {
    what: "The table is too large: a sheet has more than 200,000 rows.",
    advice: "Delete empty rows, keep what your bot needs, or split it into several files.",
  },
  line_too_long: {
    what: "One line has more than a million characters, which is no table.",
    advice: "Open it in Excel, check that it has rows, then save it as CSV and upload that.",
  },
  nested_zip: {
    what: "There is an archive within the archive.",
    advice: "Unpack the inner archive first and upload the files themselves.",
  },
  too_slow: {
    what: "Reading took too long, so it was stopped.",
    advice: "Split it into smaller files, then upload those.",
  },
  too_much_memory: {
    what: "Reading took too much memory, so it was stopped.",
    advice:
      "Check that you trust where it comes from. If there really is that much in it, split it into smaller files.",
  },
  hidden: {
    what: "This sheet is hidden, so it was left out.",
    advice: "To have it read, unhide it in Excel, save, and upload it again.",
  },
  row_no_question: {
    what: "This row has no question, so it was left out.",
    advice: "Add the question in the sheet and upload it again.",
  },
  row_no_answer: {
    what: "This row has no answer, so it was left out.",
    advice: "Add the answer in the sheet and upload it again.",
  },
  row_doubled: {
    what: "This row asks what a row above asks, so it was left out.",
    advice: "Make one row of both, or change the question, and upload the sheet again.",
  },
  row_long: {
    what: "This row is too long, so it was left out: 300 characters for a question, 5,000 for an answer.",
    advice: "Shorten it in the sheet, or split the answer over several rows, and upload it again.",
  },
};

/** What is said of a file that can't be read. */
export function getReadingWords(locale: Locale, fault: FaultName): ReadingWords {
  return (locale === "zh-TW" ? zhTW : en)[fault];
}
