import { fold, isCjk } from "@/lib/language/words/fold";
import { SOUNDS } from "@/lib/language/words/sounds";

/** Characters that look alike, each group as they are written; folded when they are read. */
const lookAlikes =
  "冷泠 己已巳 未末 曰日 士土 人入八 侯候 戴載 徵微 幣弊 洗冼 千干 天夫 大太犬 王玉主 木本 問間 貨貸 折拆析 買賣 兔免 晴睛 辦辨瓣辯 績積 遺遣 複復 栽裁 脫悅 帳賬 茶荼 市巿 刀力 喝渴 清請 情倩 便使 住往 特持 借措 鏡鎔 燙湯 預頂 領須 傘命 牛午 田由甲申 貝見 未來 鳥烏 戶尸 矢失 免兔 傳傅 博搏 密蜜 汨汩 治冶 兌克 眛昧 券卷 蓬篷 藍籃 辛幸 壁璧 茲慈 揚楊 縣懸 贏羸 祗祇 歡勸 運連 退腿 觀歡 刷刺 烤拷 嬰櫻 帖貼 獲穫 准準";

/** What stands between any two words, and so makes none with either: 「茶壺」 is not 「茶和」 of 「茶和茶包」. */
const joins = new Set(
  [...fold("的是和與跟及或也都就而不沒很更最了但若則")].map((character) => character.charCodeAt(0)),
);

let groups: ReadonlyMap<string, string> | undefined;
const likes = new Map<number, Uint16Array>();

/**
 * A folded question with single wrong characters put right: one that stands in no pair of characters which the
 * documents know gives way to one that sounds or looks like it and does. `isKnown` tells whether a pair, as one
 * 32-bit term, stands in the documents; `isProtected` whether the character at an index is part of a word that is
 * no typing error.
 */
export function repairTypos(
  folded: string,
  isKnown: (term: number) => boolean,
  isProtected: (at: number) => boolean,
): string {
  /** The character at each place, 0 for those that are none of these languages. */
  const codes = new Uint16Array(folded.length);
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    if (isCjk(code)) codes[at] = code;
  }
  let units: string[] | null = null;
  /** Whether the pair of the character before and this one is known, where that was looked up. */
  let isKnownBefore: boolean | null = null;
  for (let at = 0; at < codes.length; at++) {
    const own = codes[at] ?? 0;
    const [before, after] = [codes[at - 1] ?? 0, codes[at + 1] ?? 0];
    const isWithBefore = own !== 0 && before !== 0 && (isKnownBefore ?? isKnown(pair(before, own)));
    isKnownBefore = null;
    if (own === 0 || isWithBefore) continue;
    isKnownBefore = after !== 0 && isKnown(pair(own, after));
    if (isKnownBefore || isProtected(at)) continue;
    let best = 0;
    let found = 0;
    for (const code of likesOf(own)) {
      const score =
        Number(before !== 0 && isKnown(pair(before, code))) +
        Number(after !== 0 && isKnown(pair(code, after)));
      if (score > best && (score > 1 || !joins.has(code))) [best, found] = [score, code];
    }
    if (found === 0) continue;
    const code = found;
    // 「腎可以」 is not 「生可以」: a word that only makes a question tells nothing of the one beside it.
    const fits =
      (before && isKnown(pair(before, code)) && !isProtected(at - 1)) ||
      (after && isKnown(pair(code, after)) && !isProtected(at + 1));
    if (!fits) continue;
    codes[at] = code;
    isKnownBefore = null;
    units ??= folded.split("");
    units[at] = String.fromCharCode(code);
  }
  return units?.join("") ?? folded;
}

function pair(first: number, second: number): number {
  return first * 0x10000 + second;
}

/** The others in the groups that a character stands in, by their codes. */
function likesOf(code: number): Uint16Array {
  let known = likes.get(code);
  if (!known) {
    groups ??= readGroups();
    const character = String.fromCharCode(code);
    const others = new Set(groups.get(character)?.replaceAll(character, ""));
    known = Uint16Array.from(others, (other) => other.charCodeAt(0));
    likes.set(code, known);
  }
  return known;
}

/** By a character, the groups that it stands in, one behind the other. */
function readGroups(): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const group of [...SOUNDS.split(" "), ...lookAlikes.split(" ").map(fold)])
    for (const character of group) groups.set(character, (groups.get(character) ?? "") + group);
  return groups;
}
