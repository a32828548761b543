import type { ErrorCode } from "@/lib/errors";

const byCode: Record<ErrorCode, string> = {
  bad_request: "送出的內容讀不出來。請重新整理頁面再試。",
  invalid_input: "有欄位需要修改，請看標出的地方。",
  unauthenticated: "登入已失效，所以沒有完成。請在新分頁登入，再回來按一次。",
  forbidden: "你的角色不能做這件事。請團隊的擁有者處理，或請他調整你的角色。",
  not_found: "找不到這筆資料，可能已經刪除。請回到清單看看。",
  method_not_allowed: "這個網址不接受這種要求。請從頁面上操作。",
  conflict: "剛才有人改過同一筆資料。請重新整理，再改一次。",
  rate_limited: "動作太頻繁，先暫停一下。請稍後再試。",
  internal: "我們這邊出了錯，沒有完成。請再試一次，還是不行就告訴管理站台的人。",
  unavailable: "服務暫時連不上，沒有完成。請過一會兒再試。",
};

export const errors = {
  byCode,
  retryIn: (seconds: number) =>
    seconds < 60
      ? `動作太頻繁，請在 ${seconds} 秒後再試。`
      : `動作太頻繁，請在 ${Math.ceil(seconds / 60)} 分鐘後再試。`,
  byReason: {
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
    link_invalid: "這個連結過期或已用過了。請管理站台的人再產生一個。",
    last_owner: "團隊至少要有一位擁有者，所以不能這樣改。請先把別人設為擁有者。",
    already_member: "這個人已經在團隊裡了，不用再邀請。",
    name_mismatch: "輸入的名稱不一樣，所以沒有刪除。請照著畫面上的名稱輸入。",
    edited_elsewhere: "有人剛改過同樣的地方，所以還沒存。請在標出的欄位選一個，再儲存。",
    too_many_bots: "機器人數量到上限了。請先刪除不用的。",
    too_many_documents: "文件數量到上限了。請先刪除不用的，或把短的合成一份。",
    document_empty: "文件沒有內容，所以沒有存。請寫一點文字。",
    document_too_long: "文件太長了，所以沒有存。請分成幾份。",
    offline: "現在沒有網路，所以沒有完成。內容都還在，連上後再按一次。",
    unreachable: "連不上伺服器，所以沒有完成。內容都還在，請檢查網路，再按一次。",
    server_away: "伺服器沒有好好回應，不確定有沒有完成。內容都還在，請過一會兒再按一次。",
    too_large: "內容太大，伺服器收不下，所以沒有完成。請縮短或分成幾份，再按一次。",
    page_outdated: "網站更新過了，這一頁還是舊的，所以沒有完成。請重新整理，再按一次。",
    origin: "這個要求不是從本站送出的，所以沒有做。請在本站的頁面上操作。",
  },
  byField: {
    required: "這裡要填。",
    too_short: (least: number, length: number) => `至少 ${say(least)} 個字，現在 ${say(length)} 個。`,
    too_long: (most: number, length: number) => `最多 ${say(most)} 個字，現在 ${say(length)} 個。`,
    invalid_email: "這不像電子郵件。請檢查有沒有打錯。",
    invalid_color: "請填 # 加 6 碼的顏色，例如 #0d5a5b。",
    invalid_url: "請填完整的網址，以 https:// 開頭。",
    invalid_position: "請選一個角落。",
    invalid_choice: "請從選項中選一個。",
    wrong_password: "密碼不對。",
    same_password: "和目前的密碼一樣，請換一個。",
    mismatch: "和畫面上的不一樣，請照著輸入。",
    weak_password: "這個密碼太容易猜到，請換一個。",
    email_taken: "這個電子郵件不能用來註冊。",
    too_many_suggestions: (most: number, count: number) =>
      `最多 ${most} 題，現在 ${count} 題。請留最常問的。`,
    suggestion_too_long: (most: number, length: number) => `每題最多 ${most} 個字，有一題現在 ${length} 個。`,
    invalid: "這個內容不能用，請修改。",
  },
};

function say(count: number): string {
  return count.toLocaleString("zh-TW");
}
