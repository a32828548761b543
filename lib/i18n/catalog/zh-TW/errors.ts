import type { ErrorCode, ReasonWords } from "@/lib/error-reasons";
import type { CountedFault, PlainFault } from "@/lib/field-faults";

/** A sentence for each fault of a field, made of its two numbers where it is counted. */
type FieldWords = Record<PlainFault, string> &
  Record<CountedFault, (limit: number, present: number) => string>;

const byCode: Record<ErrorCode, string> = {
  bad_request: "送出的內容讀不出來。請重新整理頁面再試。",
  invalid_input: "有欄位需要修改，請看標出的地方。",
  unauthenticated: "登入已失效，所以沒有完成。請在新分頁登入，再回來按一次。",
  forbidden: "你的角色不能做這件事。請團隊的擁有者處理，或請他調整你的角色。",
  limit_exceeded: "數量到上限了，所以沒有完成。請先刪除不用的。",
  not_found: "找不到這筆資料，可能已經刪除。請回到清單看看。",
  method_not_allowed: "這個網址不接受這種要求。請從頁面上操作。",
  content_too_large: "內容超過伺服器收的長度，請縮短。",
  conflict: "剛才有人改過同一筆資料。請重新整理，再改一次。",
  rate_limited: "動作太頻繁，先暫停一下。請稍後再試。",
  internal: "我們這邊出了錯，沒有完成。請再試一次，還是不行就告訴管理站台的人。",
  unavailable: "服務暫時連不上，沒有完成。請過一會兒再試。",
};

const byReason: ReasonWords<"dashboard"> = {
  wrong_credentials: "電子郵件或密碼不對。請檢查後再試，注意大小寫。",
  wrong_password: "目前的密碼不對，所以沒有更改。請再輸入一次。",
  email_taken: "這個電子郵件不能用來註冊。如果你已經有帳號，請直接登入。",
  weak_password: "這個密碼太容易猜到。請換一個長一點的。",
  same_password: "新密碼和目前的一樣。請換一個不同的。",
  signup_closed: "這個站台沒有開放註冊。請團隊的擁有者邀請你。",
  invite_required: "要有邀請連結才能註冊。請團隊的擁有者寄一個給你。",
  invite_invalid: "這個邀請過期、已用過或被收回了。請對方再邀請一次。",
  invite_ended: "邀請你的人已經離開團隊，或不再是擁有者。請團隊現在的擁有者再邀請你一次。",
  invite_other_email: "這個邀請是給另一個電子郵件的。請換那個帳號登入。",
  link_invalid: "這個連結過期或已用過了。請再要一個新的。",
  file_too_large: "檔案太大，所以沒有存。請縮小或分成幾份。",
  mail_none: "這個站台沒有設定寄信。請管理站台的人設定 SMTP_URL 和 MAIL_FROM。",
  mail_unreachable:
    "連不上郵件伺服器，所以沒有寄出。請管理站台的人檢查 SMTP_URL 的主機和連接埠，以及防火牆。",
  mail_timed_out:
    "郵件伺服器太久沒回應，所以沒有寄出。請檢查 SMTP_URL 的連接埠（smtps 通常是 465，smtp 是 587），再試一次。",
  mail_hung_up: "郵件伺服器中途斷線，所以不確定有沒有寄出。請先看看信箱，再試一次；還是一樣就檢查連接埠。",
  mail_tls: "和郵件伺服器建立不了加密連線，所以沒有寄出。465 埠請用 smtps://，587 埠用 smtp://，並檢查憑證。",
  mail_login: "郵件伺服器不接受帳號或密碼，所以沒有寄出。請檢查 SMTP_URL 裡的帳號密碼，特殊字元要用 % 編碼。",
  mail_later: "郵件伺服器請我們晚點再寄，所以這封沒有寄出。請過幾分鐘再試。",
  mail_refused:
    "郵件伺服器不收這封信。請檢查 MAIL_FROM 是不是這個帳號可以用的寄件地址，以及收件地址是否存在。",
  mail_address: "這個電子郵件地址寄不出去，所以沒有寄。請檢查有沒有打錯。",
  mail_failed: "信沒有寄出。原因在伺服器的紀錄裡，請管理站台的人看看。",
  storage_unreachable: "連不上放檔案的地方。請管理站台的人檢查 S3_ENDPOINT，以及那台伺服器是否在運作。",
  storage_timed_out: "放檔案的地方太久沒回應。請再試一次；還是一樣就檢查 S3_ENDPOINT 和網路。",
  storage_tls: "和放檔案的地方建立不了加密連線。請檢查 S3_ENDPOINT 是 http 還是 https，以及憑證。",
  storage_login: "S3 不接受金鑰。請檢查 S3_ACCESS_KEY_ID 和 S3_SECRET_ACCESS_KEY。",
  storage_clock: "這台機器的時間和 S3 差太多，所以被拒絕。請校正系統時間。",
  storage_bucket: "找不到這個儲存貯體。請檢查 S3_BUCKET，或先把它建好。",
  storage_region: "區域或網址不對。請檢查 S3_REGION 和 S3_ENDPOINT 是否屬於這個儲存貯體。",
  storage_full: "放檔案的地方滿了。請清出空間，或換大一點的。",
  storage_denied: "沒有權限讀寫放檔案的地方。請給這個使用者或金鑰讀取、寫入和刪除的權限。",
  storage_failed: "檔案沒有存好。原因在伺服器的紀錄裡，請管理站台的人看看。",
  last_owner: "團隊至少要有一位擁有者，所以不能這樣改。請先把別人設為擁有者。",
  already_member: "這個人已經在團隊裡了，不用再邀請。",
  picture_too_large: "圖片太大，沒有傳出去。請縮小後再傳。",
  picture_type: "這不是可以傳的圖片。請選 JPEG、PNG、WebP 或 GIF。",
  picture_pixels: "圖片太大，最多 2,400 萬像素。請縮小後再傳。",
  picture_broken: "這張圖片打不開，沒有傳出去。請換一張，或截圖後再傳。",
  chat_taken: "這則對話已經由別人接手。要回覆的話，請跟對方說；打好的字都還在。",
  chat_closed: "這則對話已經結束，所以沒有送出。要回覆的話，先接手再送一次，你寫的字還在。",
  chat_not_taken: "這則對話現在不在你手上，所以沒有送出。先接手再送一次，你寫的字還在。",
  snooze_closed: "這則對話已經結束，不用延後。要再處理的話，先接手。",
  snooze_malformed: "讀不懂這個時間，所以沒有延後。請選日期和時間。",
  snooze_past: "這個時間已經過了，所以沒有延後。請選還沒到的時間。",
  snooze_far: "這個時間在一年以後，所以沒有延後。請選早一點的時間。",
  edited_elsewhere: "有人剛改過同樣的地方，所以還沒存。請在標出的欄位選一個，再儲存。",
  part_changed:
    "這段文字已經換過了（有人改過、重新讀過或發布了），所以還沒存。你打的字還在：先複製起來，重新整理後再改。",
  acts_elsewhere:
    "你在別的分頁換了帳號或團隊，所以沒有完成。要用在這一頁的團隊，請先換回來再按一次；不然請重新整理。",
  chat_assigned: "剛剛換人接手了，所以沒有交出去。請看現在是誰，再決定要不要交。",
  too_many_tags: "一則對話最多 20 個標籤。請先拿掉一個。",
  too_many_team_tags: "團隊最多 200 種標籤。請用現有的，或先把不用的從對話上拿掉。",
  too_many_document_tags: "一份文件最多 20 個標籤。請先拿掉一個。",
  too_many_bot_tags: "一個機器人的文件最多 200 種標籤。請用現有的，或先把不用的拿掉。",
  too_many_keys: "一個團隊最多 50 把金鑰。請先撤銷不用的。",
  too_many_replies: "常用回覆最多 200 則。請先刪除不用的。",
  too_many_bots: "機器人數量到上限了。請先刪除不用的。",
  too_many_documents: "文件數量到上限了。請先刪除不用的，或把短的合成一份。",
  too_many_files: "檔案數量或總大小到上限了。請先移除還沒發布的，或刪除不用的文件。",
  too_many_addresses: "網址數量到上限了（100 個）。請先移除不用的。",
  plan_over:
    "團隊的方案已經到期，所以沒有新增。原有的資料都還在；要繼續用，請聯絡經營這台伺服器的人延長方案。",
  plan_bots: "機器人已經到方案的上限，所以沒有新增。請先刪除不用的，或聯絡經營這台伺服器的人換方案。",
  plan_documents: "文件已經到方案的上限，所以沒有新增。請先刪除不用的，或聯絡經營這台伺服器的人換方案。",
  plan_characters: "文件的總字數會超過方案的上限，所以沒有存。請刪短一點，或聯絡經營這台伺服器的人換方案。",
  plan_seats:
    "成員加上還沒接受的邀請，已經到方案的席位上限，所以沒有邀請。請先移除不用的，或聯絡經營這台伺服器的人換方案。",
  plan_retention: "方案不能保留這麼久，所以沒有存。請選短一點的，或聯絡經營這台伺服器的人換方案。",
  team_full: "這個團隊的席位滿了，所以還不能加入。請邀請你的人空出席位，再打開一次連結。",
  offline: "現在沒有網路，所以沒有完成。內容都還在，連上後再按一次。",
  unreachable: "連不上伺服器，所以沒有完成。內容都還在，請檢查網路，再按一次。",
  server_away: "伺服器沒有好好回應，不確定有沒有完成。內容都還在，請過一會兒再按一次。",
  form_too_large: "內容太大，伺服器收不下，所以沒有完成。請縮短或分成幾份，再按一次。",
  page_outdated: "網站更新過了，這一頁還是舊的，所以沒有完成。請重新整理，再按一次。",
  origin: "這個要求不是從本站送出的，所以沒有做。請在本站的頁面上操作。",
  no_team: "這個帳號已經不在任何團隊裡了。請團隊的擁有者再邀請你。",
  left_team: "你已經不在這個團隊裡了，所以沒有完成。請團隊的擁有者再邀請你。",
  address_malformed: "這個網址不完整。請貼上以 https:// 開頭的網址。",
  address_refused: "這個網址不是公開的網站，所以沒有讀取。請換一個任何人都打得開的網址。",
  redirected_too_often: "這個網址一直轉到別處，所以沒有讀取。請貼上最後那一頁的網址。",
  fetch_too_large: "這個網址的內容太大，所以沒有讀取。請換小一點的，或把內容貼上來。",
  fetch_timed_out: "那個網站太久沒有回應。請過一會兒再試。",
  fetch_failed: "連不上那個網站。請檢查網址，或過一會兒再試。",
};

const byField: FieldWords = {
  unknown: "沒有這個欄位。",
  required: "這裡要填。",
  too_short: (least, length) => `至少 ${say(least)} 個字，現在 ${say(length)} 個。`,
  too_long: (most, length) => `最多 ${say(most)} 個字，現在 ${say(length)} 個。`,
  invalid_email: "這不像電子郵件。請檢查有沒有打錯。",
  invalid_color: "請填 # 加 6 碼的顏色，例如 #0d5a5b。",
  invalid_url: "請填完整的網址，以 https:// 開頭。",
  invalid_position: "請選一個角落。",
  invalid_choice: "請從選項中選一個。",
  invalid_pixels: "請寫兩個或四個 0 到 400 的整數，例如 20 96。",
  invalid_hours: "看不懂這個時間。請寫成 09:00-12:00, 13:30-18:00，公休就留空。",
  wrong_password: "密碼不對。",
  same_password: "和目前的密碼一樣，請換一個。",
  mismatch: "和畫面上的不一樣，請照著輸入。",
  weak_password: "這個密碼太容易猜到，請換一個。",
  too_many_suggestions: (most, count) => `最多 ${most} 題，現在 ${count} 題。請留最常問的。`,
  suggestion_too_long: (most, length) => `每題最多 ${most} 個字，有一題現在 ${length} 個。`,
  too_many_wordings: (most, count) => `最多 ${most} 行，現在 ${count} 行。`,
  lone_wording: (_least, line) =>
    `第 ${line} 行只有一個詞。請用「、」接上另一種說法，例如「小山包、高山茶禮盒」。`,
  too_many_in_line: (most, line) => `第 ${line} 行太多詞了，一行最多 ${most} 個。`,
  wording_length: (most, line) => `第 ${line} 行有個詞太短或太長。每個詞要 2 到 ${most} 個字。`,
  invalid_special_day: (_least, line) =>
    `第 ${line} 行看不懂。請以日期開頭，例如：2027-02-05~2027-02-10 春節。`,
  invalid: "這個內容不能用，請修改。",
};

export const errors = {
  byCode,
  byReason,
  byField,
  retryIn: (seconds: number) =>
    seconds < 60
      ? `動作太頻繁，請在 ${seconds} 秒後再試。`
      : `動作太頻繁，請在 ${Math.ceil(seconds / 60)} 分鐘後再試。`,
};

function say(count: number): string {
  return count.toLocaleString("zh-TW");
}
