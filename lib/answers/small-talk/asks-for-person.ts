import { fold } from "@/lib/language/words/fold";
import { plainWords } from "@/lib/language/words/plain-words";

/**
 * Whether a message asks for a person to talk to, a complaint that wants one included, in Chinese, English, Japanese or
 * Korean. A message of several clauses does when one of them asks for nothing else (「東西壞了，我要找真人」).
 */
export function asksForPerson(message: string): boolean {
  return message
    .slice(0, longest)
    .split(/[,，、。．.!！?？;；:：\n~～…]+/u)
    .some((clause) => {
      const said = clause.replace(contact, " ");
      const asked = plainWords(said);
      if (isWish(asked, false) || wishes.some((wish) => wish.test(asked))) return true;
      // 「客服 電話」 looks for a number, 「聽不懂 我要投訴」 complains.
      const pieces = said.split(/(?<=\p{Script=Han})\s+/u);
      return pieces.length > 1 && pieces.some((piece) => isWish(plainWords(piece), true));
    });
}

/** UTF-16 units: a message is no longer. */
const longest = 1_200;
/** Numbers and addresses to be reached at. */
const contact = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24})+|\+?\d(?:[\d\s()-]{5,18})\d/gu;

/** Whether a clause is made up of nothing but words of asking and of who is asked for; `isPart`: of a longer clause. */
function isWish(clause: string, isPart: boolean): boolean {
  let at = 0;
  let isPersonNamed = false;
  let isReached = false;
  let isAnyoneNamed = false;
  let asks = false;
  while (at < clause.length) {
    const kind = kinds.find(({ word }) => {
      word.lastIndex = at;
      return word.test(clause);
    });
    if (!kind || kind.word.lastIndex === at) return false;
    at = kind.word.lastIndex;
    isPersonNamed ||= kind.is === "person";
    isAnyoneNamed ||= kind.is === "anyone";
    isReached ||= kind.is === "reach";
    asks ||= kind.is === "callback" || kind.is === "noBot" || kind.is === "complain";
  }
  return asks || (isPersonNamed && (isReached || !isPart)) || (isAnyoneNamed && isReached);
}

/** In this order at each place: what is longer stands first. */
const kinds = [
  {
    is: "complain",
    word: words("我要客訴 我要投訴 我要申訴 要客訴 要投訴 想客訴 想投訴 客訴你們 投訴你們 客訴 投訴"),
  },
  {
    is: "callback",
    word: words(
      `回電給我 回電 回我電話 打電話給我 打給我 撥電話給我 來電給我 跟我聯絡 跟我聯繫 與我聯絡 與我聯繫 和我聯絡 聯絡我 聯繫我 連絡我 加我line 回覆我 回我訊息 找人回我
      有人可以回我 叫人回我 請人打給我 找人打給我 叫人打給我 派人打給我 有人打給我 有人可以打給我 請人回電 請人聯絡我 請人跟我聯絡`,
    ),
  },
  {
    is: "noBot",
    word: words(
      `不要跟機器人說話 不想跟機器人說話 不想跟機器人聊 不要跟機器人聊 不要機器人回 不要機器人 不要ai 不想要機器人 不是要機器人 別用機器人 不要自動回覆 不要罐頭回覆 不要罐頭訊息
      機器人走開 關掉機器人`,
    ),
  },
  {
    is: "person",
    word: words(
      `真人客服 真人服務 真人回覆 真人對話 真人 真的人 活人 人工客服 人工服務 人工回覆 人工 專人服務 專人 線上客服 客服人員 客服小姐 客服專員 客服中心 客服部
      客服 服務人員 服務專員 找人講 找人說 找人談 找人處理 找人來 叫人來 叫人出來 叫個人來 換人來 換個人 換人 換人講 跟人講話 跟人說話 跟人對話 跟人溝通 跟人聊天 跟人聊 跟人講 跟人說 跟人談 和人講話 和人說話 和人講 同人講 有人在嗎可以講話
      人類 人呢 有人可以幫我 有沒有人可以幫我 有人能幫我`,
    ),
  },
  {
    is: "anyone",
    word: words(
      `你們主管 你們經理 你們老闆 你們的人員 你們的人 你們店長 主管 經理 老闆娘 老闆 店長 店員 負責人 負責的人 承辦人員 承辦人 工作人員 現場人員 專員 人員 小編
      店家 賣家 櫃檯人員 櫃台人員 櫃檯 櫃台`,
    ),
  },
  {
    is: "reach",
    word: words(
      `問 轉接給 轉接到 轉接 轉給 轉到 轉 接給 接 找 聯絡 聯繫 連絡 換成 換 叫 請 跟 和 與 同 對 呼叫 我要 我想要 我想 我只要 我只想 我需要 我希望 需要 想要 想 要 給我
      幫我 讓我`,
    ),
  },
  {
    is: "filler",
    word: words(
      `可不可以 能不能 有沒有 有 可以 可否 能否 能 是否 麻煩 拜託 直接 馬上 現在 立刻 快點 快一點 趕快 快 一下 一位 一個 個 位 的 到 給 出來 來 過來 出面 說話 講話 說 講 聊聊 聊天
      聊 談談 談 溝通 對話 通話 處理 服務 回覆 幫忙 協助 解決 在不在 在嗎 在 嗎 吧 呢 啊 啦 了 喔 欸 好嗎 好 謝謝 感謝 你們 我們 貴公司 請問 我 你好 您好 哈囉 不好意思 到底 還是 這邊 那邊 算了 拜託一下 啊 欸 吼 齁 真的 就是 我就是 只 再 就 幫 忙 行不行 行嗎 可以嗎 啦 耶 嘛`,
    ),
  },
] as const;

function words(list: string): RegExp {
  const forms = list
    .trim()
    .split(/\s+/u)
    .map(fold)
    .sort((a, b) => b.length - a.length);
  return new RegExp(`(?:${[...new Set(forms)].join("|")})\\s*`, "uy");
}

const someone =
  "(?:(?:a|an|some|the|your|any)\\s)?(?:real |live |actual |human )?(?:human|person|people|agent|agents|operator|representative|rep|someone|somebody|anyone|staff|manager|supervisor|boss|customer service|customer support|support)";
const japanesePerson =
  "(?:オペレ.?タ.?|担当者|担当の方|有人|人間|スタッフ|店員|店長|責任者|係の人|係の方|人)".normalize("NFKC");

const wishes = [
  new RegExp(
    `^(?:(?:hi|hello|hey|ok|no|sorry|please|just|can|could|may|i|you|we|want|wanna|need|would|d|like|to|let|me|how|do|get|is|there|connect|transfer|put|through|way) )*(?:speak|talk|talking|chat|connect me|transfer me|put me through|get me|reach|contact) (?:to |with |through to )?${someone}(?: please| now| here| thanks)*$`,
    "u",
  ),
  /^(?:(?:a |the |i want a |i need a |get me a |give me a )?(?:human|real person|live agent|live person|agent|operator|representative|real human))(?: please| now)*$/u,
  /^(?:please )?(?:call me(?: back)?|give me a call|contact me)(?: please| at| on| back)*$/u,
  /^(?:i (?:want|would like|d like|wish|need) to )(?:complain|make a complaint|file a complaint|lodge a complaint)\b/u,
  /^(?:no (?:more )?(?:bots?|robots?|ai)|i (?:do not|don t|dont) want (?:to (?:talk|speak|chat) (?:to|with) )?(?:a |an )?(?:bot|robot|machine|ai))(?: please)*$/u,
  /^is (?:there )?(?:anyone|anybody|someone|a human|a person|a real person)(?: there| here| available| i can (?:talk|speak) to)+$/u,
  new RegExp(
    fold(
      `${japanesePerson}(?:の方)?(?:と|に|へ|を)\\s?(?:直接)?(?:話|はな|繋|つな|代|かわ|替|電話|連絡|お願い|出し|呼|相談|問い合わせ)`,
    ),
    "u",
  ),
  new RegExp(
    fold(
      `^(?:${japanesePerson}|有人チャット|有人対応)(?:を)?(?:お願い(?:します|いたします)?|希望(?:です|します)?)?$`,
    ),
    "u",
  ),
  /(?:상담원|상담사|직원|담당자|매니저|사장님?|사람|관리자)(?: ?분)?(?:과|와|이랑|랑|하고|을|를|에게|한테|으로|로)? ?(?:직접 )?(?:통화|연결|상담|대화|이야기|얘기|말|바꿔|불러|연락)/u,
  /^(?:상담원|상담사|사람|진짜 사람|실제 사람)(?:이요|요)?(?: 연결)?(?: 부탁(?:드려요|드립니다|해요)?| 주세요)?$/u,
  /(?:전화|연락)(?:를|을)? ?(?:해 ?)?(?:주세요|줘요|주시겠어요|주실|바랍니다|부탁)/u,
  new RegExp(fold("折り返し(?:お)?電話|お?電話(?:を)?(?:ください|下さい|お願い)"), "u"),
];
