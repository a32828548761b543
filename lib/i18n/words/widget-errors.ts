import type { ReasonWords } from "@/lib/error-reasons";
import type { GreetingLanguage } from "./answer-words";

/** Short texts that the public endpoints answer with, for the visitor or for who builds on them. */
export type WidgetErrorWords = {
  byReason: ReasonWords<"widget">;
  methodNotAllowed: (allowed: string) => string;
  rateLimited: (seconds: number) => string;
  paused: string;
  internal: string;
};

export const widgetErrorWords: Record<GreetingLanguage, WidgetErrorWords> = {
  "zh-TW": {
    byReason: {
      no_route: "沒有這個網址",
      not_json: "請求內容必須是 JSON 物件",
      too_large: "請求內容超過 64 KiB",
      too_slow: "請求內容傳送太慢，請再試一次",
      invalid_token: "找不到這個 token 的客服，請檢查安裝碼",
      message_missing: "message 必須是文字",
      message_empty: "請輸入訊息",
      message_too_long: ({ length, max }) => `訊息太長了：${length} 個字，最多 ${max} 個字`,
      chat_id_malformed: "chat_id 格式不對：應為 web_ 加 8 到 32 個小寫十六進位字元",
      history_malformed: "history 必須是陣列",
      message_id_malformed: "message_id 格式不對：應為回答裡的 message_id",
      rating_malformed: "rating 應為 up、down 或 none",
      reason_malformed: "reason 必須是文字",
      reason_too_long: ({ length, max }) => `原因太長了：${length} 個字，最多 ${max} 個字`,
      form_malformed: "請求內容必須是 multipart/form-data，裡面有一個 file",
      picture_too_large: "圖片超過 5 MB，請縮小後再傳",
      picture_type: "這不是可以傳的圖片，請選 JPEG、PNG、WebP 或 GIF",
      picture_pixels: "圖片太大了，最多 2,400 萬像素，請縮小後再傳",
      picture_broken: "這張圖片打不開，請換一張，或截圖後再傳",
      picture_unseen: "現在沒有人員在看這則對話，請先找真人，再傳圖片",
      no_such_message: "這則對話裡沒有這個回答",
      no_such_chat: "找不到這則對話",
      contact_missing: "請留下電話或 Email，才能回覆你",
      name_malformed: "稱呼最多 100 個字",
      email_malformed:
        "這個 Email 寫法不對，不能有空格，@ 只能有一個。請填 Email（像 name@example.com）或電話",
      email_without_name: "這個 Email 的 @ 前面少了名字。請填完整的 Email（像 name@example.com）或電話",
      email_without_domain: "這個 Email 的 @ 後面不完整。請填完整的 Email（像 name@example.com）或電話",
      phone_malformed:
        "電話只能有數字、空格、括號、- 和 +，可以加 # 分機。請填電話（像 0912-345-678）或 Email",
      phone_has_letters:
        "電話裡有文字，但也不是 Email。請填電話（像 0912-345-678）或 Email（像 name@example.com）",
      phone_too_short: "電話號碼太短了，至少要 7 個數字。請填電話（像 02-2345-6789）或 Email",
      phone_too_long: "電話號碼太長了，最多 15 個數字，分機寫在 # 後面。請填電話（像 02-2345-6789）或 Email",
      consent_malformed: "consent 不是表單裡的 consent_id",
      question_malformed: "問題最多 300 個字",
      idempotency_key_malformed: "Idempotency-Key 應為 1 到 200 個可見的 ASCII 字元",
      idempotency_key_reused: "這個 Idempotency-Key 已用在另一則訊息上",
    },
    methodNotAllowed: (allowed) => `這個網址只接受 ${allowed}`,
    rateLimited: (seconds) => `現在訊息太多了，請 ${seconds} 秒後再試`,
    paused: "客服暫停服務中",
    internal: "系統暫時無法回覆，請稍後再試",
  },
  en: {
    byReason: {
      no_route: "There is nothing at this address",
      not_json: "The request body must be a JSON object",
      too_large: "The request body is over 64 KiB",
      too_slow: "The request body arrived too slowly; please try again",
      invalid_token: "No bot has this token; please check the install snippet",
      message_missing: "message must be text",
      message_empty: "Please type a message",
      message_too_long: ({ length, max }) => `The message is too long: ${length} characters, at most ${max}`,
      chat_id_malformed: "chat_id is malformed: web_ and 8 to 32 lower-case hexadecimal characters",
      history_malformed: "history must be an array",
      message_id_malformed: "message_id is malformed: use the one of the answer",
      rating_malformed: "rating must be up, down or none",
      reason_malformed: "reason must be text",
      reason_too_long: ({ length, max }) => `The reason is too long: ${length} characters, at most ${max}`,
      form_malformed: "The request body must be multipart/form-data with one file",
      picture_too_large: "The picture is over 5 MB; please make it smaller",
      picture_type: "This is no picture that can be sent; please choose a JPEG, PNG, WebP or GIF",
      picture_pixels: "The picture is too large: at most 24 million pixels; please make it smaller",
      picture_broken: "This picture can’t be opened; please choose another, or send a screenshot of it",
      picture_unseen:
        "Nobody is looking at this chat yet; please ask for a person first, then send the picture",
      no_such_message: "This chat has no such answer",
      no_such_chat: "There is no such chat",
      contact_missing: "Please leave a phone number or an email address",
      name_malformed: "A name has at most 100 characters",
      email_malformed:
        "This email address has a space or more than one @. Please give an email address (like name@example.com) or a phone number",
      email_without_name:
        "Something is missing before the @. Please give a whole email address (like name@example.com) or a phone number",
      email_without_domain:
        "Something is missing after the @. Please give a whole email address (like name@example.com) or a phone number",
      phone_malformed:
        "A phone number has digits, spaces, brackets, - and +, and perhaps # and an extension. Please give one (like 02-2345-6789) or an email address",
      phone_has_letters:
        "There are letters in the phone number, and it isn't an email address. Please give a phone number (like 02-2345-6789) or an email address (like name@example.com)",
      phone_too_short:
        "The phone number is too short: it has 7 digits at least. Please give one (like 02-2345-6789) or an email address",
      phone_too_long:
        "The phone number is too long: it has 15 digits at most, an extension goes after #. Please give one (like 02-2345-6789) or an email address",
      consent_malformed: "consent isn't the consent_id of a form",
      question_malformed: "A question has at most 300 characters",
      idempotency_key_malformed: "Idempotency-Key must be 1 to 200 visible ASCII characters",
      idempotency_key_reused: "This Idempotency-Key was used for another message",
    },
    methodNotAllowed: (allowed) => `This address only takes ${allowed}`,
    rateLimited: (seconds) => `Too many requests; please try again in ${seconds} seconds`,
    paused: "Customer service is paused",
    internal: "The system can't answer right now; please try again later",
  },
  "zh-CN": {
    byReason: {
      no_route: "没有这个网址",
      not_json: "请求内容必须是 JSON 对象",
      too_large: "请求内容超过 64 KiB",
      too_slow: "请求内容传送太慢，请再试一次",
      invalid_token: "找不到这个 token 的客服，请检查安装码",
      message_missing: "message 必须是文字",
      message_empty: "请输入消息",
      message_too_long: ({ length, max }) => `消息太长了：${length} 个字，最多 ${max} 个字`,
      chat_id_malformed: "chat_id 格式不对：应为 web_ 加 8 到 32 个小写十六进制字符",
      history_malformed: "history 必须是数组",
      message_id_malformed: "message_id 格式不对：应为回答里的 message_id",
      rating_malformed: "rating 应为 up、down 或 none",
      reason_malformed: "reason 必须是文字",
      reason_too_long: ({ length, max }) => `原因太长了：${length} 个字，最多 ${max} 个字`,
      form_malformed: "请求内容必须是 multipart/form-data，里面有一个 file",
      picture_too_large: "图片超过 5 MB，请缩小后再传",
      picture_type: "这不是可以传的图片，请选 JPEG、PNG、WebP 或 GIF",
      picture_pixels: "图片太大了，最多 2400 万像素，请缩小后再传",
      picture_broken: "这张图片打不开，请换一张，或截图后再传",
      picture_unseen: "现在没有人员在看这个对话，请先找真人，再传图片",
      no_such_message: "这个对话里没有这个回答",
      no_such_chat: "找不到这个对话",
      contact_missing: "请留下电话或 Email，才能回复你",
      name_malformed: "称呼最多 100 个字",
      email_malformed:
        "这个 Email 写法不对，不能有空格，@ 只能有一个。请填 Email（像 name@example.com）或电话",
      email_without_name: "这个 Email 的 @ 前面少了名字。请填完整的 Email（像 name@example.com）或电话",
      email_without_domain: "这个 Email 的 @ 后面不完整。请填完整的 Email（像 name@example.com）或电话",
      phone_malformed:
        "电话只能有数字、空格、括号、- 和 +，可以加 # 分机。请填电话（像 138-1234-5678）或 Email",
      phone_has_letters:
        "电话里有文字，但也不是 Email。请填电话（像 138-1234-5678）或 Email（像 name@example.com）",
      phone_too_short: "电话号码太短了，至少要 7 个数字。请填电话（像 138-1234-5678）或 Email",
      phone_too_long: "电话号码太长了，最多 15 个数字，分机写在 # 后面。请填电话（像 138-1234-5678）或 Email",
      consent_malformed: "consent 不是表单里的 consent_id",
      question_malformed: "问题最多 300 个字",
      idempotency_key_malformed: "Idempotency-Key 应为 1 到 200 个可见的 ASCII 字符",
      idempotency_key_reused: "这个 Idempotency-Key 已用在另一条消息上",
    },
    methodNotAllowed: (allowed) => `这个网址只接受 ${allowed}`,
    rateLimited: (seconds) => `现在消息太多了，请 ${seconds} 秒后再试`,
    paused: "客服暂停服务中",
    internal: "系统暂时无法回复，请稍后再试",
  },
  ja: {
    byReason: {
      no_route: "このアドレスには何もありません",
      not_json: "リクエストの本文は JSON オブジェクトにしてください",
      too_large: "リクエストの本文が 64 KiB を超えています",
      too_slow: "リクエストの送信に時間がかかりすぎました。もう一度お試しください",
      invalid_token: "この token のボットが見つかりません。設置コードをご確認ください",
      message_missing: "message は文字列にしてください",
      message_empty: "メッセージを入力してください",
      message_too_long: ({ length, max }) => `メッセージが長すぎます：${length} 文字（最大 ${max} 文字）`,
      chat_id_malformed: "chat_id の形式が正しくありません：web_ と 8～32 桁の小文字の 16 進数です",
      history_malformed: "history は配列にしてください",
      message_id_malformed: "message_id の形式が正しくありません：回答の message_id を指定してください",
      rating_malformed: "rating は up、down、none のいずれかです",
      reason_malformed: "reason は文字列にしてください",
      reason_too_long: ({ length, max }) => `理由が長すぎます：${length} 文字（最大 ${max} 文字）`,
      form_malformed: "リクエストの本文は file を 1 つ含む multipart/form-data にしてください",
      picture_too_large: "画像が 5 MB を超えています。小さくしてからお送りください",
      picture_type: "送れる画像ではありません。JPEG、PNG、WebP、GIF をお選びください",
      picture_pixels: "画像が大きすぎます（最大 2,400 万画素）。小さくしてからお送りください",
      picture_broken: "この画像は開けません。別の画像か、スクリーンショットをお送りください",
      picture_unseen:
        "このチャットを見ている担当者がまだいません。先に担当者をお呼びになってから画像をお送りください",
      no_such_message: "このチャットにその回答はありません",
      no_such_chat: "このチャットは見つかりません",
      contact_missing: "電話番号かメールアドレスを入力してください",
      name_malformed: "お名前は 100 文字までです",
      email_malformed:
        "メールアドレスに空白や余分な @ があります。メールアドレス（例：name@example.com）か電話番号を入力してください",
      email_without_name:
        "メールアドレスの @ の前が抜けています。メールアドレス（例：name@example.com）か電話番号を入力してください",
      email_without_domain:
        "メールアドレスの @ の後が足りません。メールアドレス（例：name@example.com）か電話番号を入力してください",
      phone_malformed:
        "電話番号は数字、空白、括弧、-、+ と、# 内線番号です。電話番号（例：03-1234-5678）かメールアドレスを入力してください",
      phone_has_letters:
        "電話番号に文字が入っていますが、メールアドレスでもありません。電話番号（例：03-1234-5678）かメールアドレス（例：name@example.com）を入力してください",
      phone_too_short:
        "電話番号が短すぎます。7 桁以上です。電話番号（例：03-1234-5678）かメールアドレスを入力してください",
      phone_too_long:
        "電話番号が長すぎます。15 桁までで、内線は # の後です。電話番号（例：03-1234-5678）かメールアドレスを入力してください",
      consent_malformed: "consent はフォームの consent_id を指定してください",
      question_malformed: "ご質問は 300 文字までです",
      idempotency_key_malformed: "Idempotency-Key は 1～200 文字の表示可能な ASCII 文字です",
      idempotency_key_reused: "この Idempotency-Key は別のメッセージで使われています",
    },
    methodNotAllowed: (allowed) => `このアドレスで使えるのは ${allowed} だけです`,
    rateLimited: (seconds) => `ただいま混み合っています。${seconds} 秒後にもう一度お試しください`,
    paused: "ただいま受付を停止しています",
    internal: "ただいまお答えできません。しばらくしてからもう一度お試しください",
  },
};
