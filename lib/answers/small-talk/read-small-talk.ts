import type { SmallTalk } from "@/lib/i18n/words/answer-words";
import { fold } from "@/lib/language/words/fold";
import { plainWords } from "@/lib/language/words/plain-words";
import { isNoise } from "./is-noise";
import { isSum } from "./is-sum";
import { rantFillers, rantWords } from "./rant-words";

/**
 * What a message says that asks nothing of the documents; null for every other one. Only whole messages count: 「你好，
 * 運費多少？」 is a question. Whether what looks like nonsense stands in the documents is for the caller to see.
 */
export function readSmallTalk(message: string): SmallTalk | null {
  if (isSum(message)) return "sum";
  const words = plainWords(message);
  if (words === "") return "wordless";
  if (WHO.test(words)) return "whoAreYou";
  if (RANT.some((rant) => rant.test(words))) return "rant";
  return readKinds(words) ?? (isNoise(words) ? "nonsense" : null);
}

function readKinds(words: string): SmallTalk | null {
  const said = new Set<SmallTalk>();
  let at = 0;
  while (at < words.length) {
    const kind = KINDS.find(({ start }) => {
      start.lastIndex = at;
      return start.test(words);
    });
    if (!kind) return null;
    if (kind.is) said.add(kind.is);
    at = kind.start.lastIndex;
  }
  return ORDER.find((kind) => said.has(kind)) ?? null;
}

/** Of 「好的，謝謝，再見」 the first of these is answered. */
const ORDER: readonly SmallTalk[] = ["rant", "goodbye", "thanks", "greeting", "laugh", "agreement"];

/** `is` null: what fills a sentence and says nothing by itself. */
const KINDS: readonly { is: SmallTalk | null; start: RegExp }[] = [
  { is: "rant", start: startsWith(rantWords) },
  {
    is: "laugh",
    start:
      /(?:[哈呵嘻嘿]{2,}|哈(?![啰喽])|ㄏ+|ㄎ+|科科+|笑死我?了?|好笑|太好笑了?|[xX]+[dD]+|233+|5{4,}|w{3,}(?![a-z0-9])|(?:ha){2,}h?(?![a-z0-9])|(?:he){2,}h?(?![a-z0-9])|(?:lol)+(?![a-z0-9])|lmf?ao+(?![a-z0-9])|rofl(?![a-z0-9])|ワロタ|わらった|わらい|ウケる|うける)\s*/uy,
  },
  {
    is: "greeting",
    start: startsWith(
      `請問有人在嗎 請問有人嗎 有人在嗎 有人嗎 請問在嗎 在嗎 在不在 你好嗎 你好 您好 你們好 大家好 哈囉 哈嘍 嗨 嘿 安安 早安 午安 晚安 早上好 下午好
      晚上好 早 我想問問題 我有問題想問 我有問題 我想問一下 想問一下 想請問一下 想請問 可以問問題嗎 請問一下 請問 こんにちは おはようございます おはよう こんばんは
      はじめまして もしもし すみません 안녕하세요 안녕 여보세요 hello_there hi_there hey_there hello hiya hi hey yo good_morning good_afternoon good_evening anyone_there`,
    ),
  },
  {
    is: "thanks",
    start: startsWith(
      `謝謝你們 謝謝您 謝謝你 謝謝 多謝 非常感謝 感謝您 感謝你 感謝 感恩 謝啦 謝了 辛苦了 麻煩你了 麻煩了 ありがとうございました ありがとうございます
      ありがとう どうも 감사합니다 고맙습니다 고마워요 고마워 3q thank_you_very_much thank_you_so_much thank_you thanks_a_lot many_thanks thanks thx ty cheers`,
    ),
  },
  {
    is: "goodbye",
    start: startsWith(
      "掰掰 拜拜 掰 再見 下次見 さようなら 안녕히_계세요 안녕히_가세요 goodbye good_bye bye_bye bye see_you good_night",
    ),
  },
  {
    is: "agreement",
    start: startsWith(
      `好的 好喔 好哦 好啊 好吧 好了 好 我了解了 我了解 了解了 了解 收到 我知道了 知道了 我明白了 明白了 明白 我懂了 懂了 沒事了 沒事 沒問題 嗯嗯 嗯 是的 對 喔喔 喔
      哦 原來如此 わかりました 分かりました はい 네 알겠습니다 okay ok i_see got_it great perfect alright all_right sure yes_please no_thanks cool nice`,
    ),
  },
  {
    is: "agreement",
    start: new RegExp(
      `[${fold("那我就先再")}]{0,4}(?:${fold("考慮|想|討論|看")})(?:${fold("看看|一下|考慮|想想|想看|想|看")})(?:${fold("再說|再決定|再來")})?[${fold("啊呀喔哦吧了")}]*\\s*|[${fold("那就我")}]{0,2}${fold("先這樣")}[${fold("啊呀喔哦吧了")}]*\\s*`,
      "uy",
    ),
  },
  { is: null, start: startsWith(rantFillers) },
];

const RANT = [
  new RegExp(
    `^(?:${fold("你|妳|您|你們|這")})?(?:${fold("是不是|根本|真的|到底|是")})?(?:${fold("有病|白痴|智障|腦殘|北七|笨蛋|廢物|壞掉|瞎|聾")})(?:了)?(?:${fold("嗎|嘛|吧|是不是|啊")})?$`,
    "u",
  ),
  /^(?:what the (?:hell|fuck)|(?:go )?(?:fuck|screw) (?:you|off|this|it)|(?:you|this|it|this bot) (?:really )?sucks?|shut up|go to hell)$/u,
];

const WHO = new RegExp(
  `^(?:${fold("請問|那")})?(?:${fold(
    "你是誰|您是誰|你是什麼|你叫什麼名字|你叫什麼|你是(?:不是)?(?:真人|機器人|人|ai|客服|電腦)(?:嗎|嘛|吧|還是.*)?|你會什麼|你會做什麼|你可以做什麼|你能做什麼|你可以幫我什麼|你能幫我什麼|可以問你什麼|能問你什麼",
  )}|who are you|what are you|what can you do|what do you do|(?:are you|is this) (?:a |an )?(?:real |actual )?(?:ro)?(?:bot|human|person|ai|machine|real))$`,
  "u",
);

/** Matches one of the words at `lastIndex`, with the particles after it; Latin ones only as whole words. */
function startsWith(words: string): RegExp {
  const forms = words
    .trim()
    .split(/\s+/u)
    .map((word) => fold(word.replaceAll("_", " ")))
    .sort((a, b) => b.length - a.length)
    .map((word) => (/^[a-z0-9 ]+$/.test(word) ? `${word}(?![\\p{L}\\p{N}])` : word));
  return new RegExp(`(?:${[...new Set(forms)].join("|")})[${fold("啊呀喔哦噢唷呦耶啦囉了喲欸")}]*\\s*`, "uy");
}
