import { isTaiwanPhone, phoneExtension } from "@/lib/language/values/phone-number";
import { fold } from "@/lib/language/words/fold";

/** A number and an address as a visitor wrote them, to be reached at. Nobody checked them. */
export type SaidContact = { phone: string | null; email: string | null };

/**
 * The number or address that a message gives so that somebody gets back to its writer (「請回電給我 0912-345-678」, "mail me
 * at a@b.c"), in Chinese, English or Japanese; null where it gives none, and where one is only asked about or belongs
 * to an order or an account.
 * @param wantsPerson it asks for a person: then any that it holds is given
 * @param own texts with the bot's own, which are no visitor's
 */
export function readContact(
  message: string,
  { wantsPerson, own = [] }: { wantsPerson: boolean; own?: readonly string[] },
): SaidContact | null {
  if (!mayHold.test(message)) return null;
  const text = message.slice(0, longest).normalize("NFKC");
  const emails = Array.from(text.matchAll(emailForm), ([email]) => email);
  const rest = text.replace(emailForm, " @ ");
  const phones = Array.from(rest.matchAll(phoneForm), ([phone]) => phone).filter(isPhone);
  const isOwn = (said: string) => own.some((words) => keyOf(words).includes(keyOf(said)));
  const email = emails.find((said) => !isOwn(said)) ?? null;
  const phone = phones.find((said) => !isOwn(said))?.trim() ?? null;
  if (email === null && phone === null) return null;
  const around = fold(phones.reduce((left, said) => left.replace(said, " @ "), rest)).replace(/\s+/gu, " ");
  return wantsPerson || isGiven(around) ? { phone, email } : null;
}

/** UTF-16 units: a message is no longer. */
const longest = 1_200;
const mayHold = /[@＠]|[\d０-９][\d０-９ ()（）.-]{6}/u;
const emailForm = /(?<![\w.+@-])[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{2,24}){1,4}(?![\w@-])/giu;
const phoneForm = new RegExp(
  String.raw`(?<![\w@.#/-])(?:\(0\d{1,3}\)|\+?\d)[\d ()-]{6,18}\d(?: ?${phoneExtension})?(?![\w@]|[./-]\d)`,
  "giu",
);
const extension = new RegExp(`${phoneExtension}$`, "iu");

/**
 * Of Taiwan, China or Japan as they are written at home, or with the code of any country: a visitor may be from
 * anywhere, while `readPhone` matches what the documents of a Taiwanese shop say.
 */
function isPhone(said: string): boolean {
  const number = said.replace(extension, "");
  const digits = number.replace(/\D/gu, "");
  if (number.trim().startsWith("+")) return digits.length >= 8 && digits.length <= 15;
  return isTaiwanPhone(digits) || /^(?:1[3-9]\d{9}|0[5-9]0\d{8})$/u.test(digits);
}

/** What tells a number or an address apart, however it is written. */
function keyOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s().-]/gu, "");
}

/** @param around the folded message, with `@` in the place of each number and address */
function isGiven(around: string): boolean {
  if (!around.includes("?") && courtesy.test(around.replace(/[^\p{L}]+/gu, " ").trim())) return true;
  return !forbidding.some((form) => form.test(around)) && giving.some((form) => form.test(around));
}

/** All that may stand beside a number or an address that says itself what it is for: who gives it, and thanks. */
const courtesy = new RegExp(
  `^(?:(?:${fold("我")}[${fold("是叫姓")}] ?\\p{L}{1,4}|\\p{L}{1,4} ?(?:${fold("先生|小姐|太太|女士|同學|老師")})) ?)?(?:${fold("謝謝|感謝|麻煩了")}|thanks|thank you)?$`,
  "u",
);
const way = fold(
  "電話|手機|行動電話|聯絡方式|聯繫方式|聯絡電話|號碼|信箱|郵箱|郵件|電郵|電子郵件|email|e-mail|mail|tel",
);
const back = fold(
  "打|撥|回電|回撥|來電|聯絡|聯繫|連絡|通知|回覆|回信|寄信|寄|傳|傳訊息|傳簡訊|發|發訊息|發郵件|email|mail|call|致電|告訴",
);
const giving = [
  new RegExp(
    `(?:${fold("我|本人|家裡|公司")})(?:${fold("的|這邊的|這邊|家的|家")})?\\s?(?:${way}).{0,8}@`,
    "u",
  ),
  new RegExp(
    `(?:${back})(?:${fold("電話|簡訊|訊息|信|個電話|郵件")})?(?:${fold("給|到|至|回")})?(?:${fold("我|本人")}).{0,20}@`,
    "u",
  ),
  new RegExp(
    `@.{0,20}(?:${back})(?:${fold("電話|簡訊|訊息|信|郵件")})?(?:${fold("給|到|至")})?(?:${fold("我|本人")})`,
    "u",
  ),
  new RegExp(
    `(?:${fold("請|麻煩|可以|幫我|拜託|再")}).{0,6}(?:${back})(?:${fold("電話|簡訊|訊息|信|郵件")})?(?:${fold("到|至|給")})?(?:${fold("這支|這個|這|此")})?(?:${way})?\\s?[:：]?\\s?@`,
    "u",
  ),
  new RegExp(`@.{0,12}(?:${fold("請|麻煩|再")}).{0,4}(?:${back})`, "u"),
  new RegExp(`^(?:${fold("聯絡|連絡|我的")})?(?:${way})\\s?(?:[:：]|${fold("是|為")}|\\s)?\\s?@`, "u"),
  /\bmy (?:cell |mobile |phone |home |work |contact |e-?mail ){0,2}(?:number|phone|cell|mobile|e-?mail|mail|address|no)\b.{0,20}@/u,
  /\b(?:call|phone|ring|text|mail|e-?mail|reach|contact|message|write|get back)(?: back)?(?: to)? (?:me|us)\b.{0,30}@/u,
  /\b(?:please|can|could|you can|kindly) (?:call|phone|ring|text|mail|e-?mail|reach|contact|message|write to|reply to)(?: back)?(?: at| on| to)? @/u,
  /^(?:tel|phone|mobile|cell|e-?mail|mail)\s?[:：]?\s?@/u,
  new RegExp(
    fold(
      "(?:電話番号|携帯|携帯番号|連絡先|電話|メール|メールアドレス|アドレス)(?:は|が|:|：|です|\\s).{0,6}@",
    ),
    "u",
  ),
  new RegExp(
    fold(
      "@.{0,12}(?:電話|連絡|折り返し|返信|返事|メール|お知らせ).{0,8}(?:ください|下さい|お願い|ほしい|いただ|もらえ)",
    ),
    "u",
  ),
  new RegExp(
    fold(
      "(?:電話|連絡|折り返し|返信|返事|メール).{0,8}(?:ください|下さい|お願い|ほしい|いただ|もらえ).{0,12}@",
    ),
    "u",
  ),
];
const forbidding = [
  new RegExp(
    `(?:${fold("你們|妳們|你|您|妳|貴|店裡|客服|門市|分店|官方|總店|總部|本店|公司的")})(?:${fold("的|這邊的|家")})?.{0,4}(?:${way}).{0,6}@`,
    "u",
  ),
  new RegExp(
    `@.{0,10}(?:${fold("是你們|是您|是貴|是客服|是誰|是哪|對嗎|正確嗎|是不是|詐騙|你們的|還能用|打得通|有人接|打不通|沒人接")})`,
    "u",
  ),
  new RegExp(
    `(?:${fold("打了|撥了|打過|打")}).{0,4}@.{0,8}(?:${fold("沒人|打不通|不通|沒有人|忙線|都")})`,
    "u",
  ),
  new RegExp(
    `(?:${fold("訂單|單號|編號|統編|帳號|帳戶|序號|卡號|會員|貨號|型號|條碼|收件人|發票|載具")}).{0,8}@`,
    "u",
  ),
  new RegExp(
    fold("收不到|沒收到|沒有收到|登入|登錄|註冊|改成|更改|修改|換成|變更|綁定|驗證|忘記密碼|認證信"),
    "u",
  ),
  /\b(?:your|yours|order|account|invoice|tracking|log ?in|sign(?:ed)? ?(?:in|up)|register(?:ed)?|password|change|update|did ?n.?t (?:get|receive)|not receive|no one answers|scam)\b/u,
  new RegExp(fold("注文|番号が違|そちら|御社|変更|登録|ログイン|届かな|つながらな"), "u"),
];
