import { placeNames } from "@/lib/answers/telling/names";
import { fold } from "@/lib/language/words/fold";

/**
 * What is looked for where a question asks whether something is sent abroad (「禮盒可以寄日本嗎」) or whether there is a branch
 * in a place (「新竹有店嗎」): documents have rules on both, and hold such names for other reasons. Null for other questions.
 */
export function readPlace(question: string): string | null {
  const said = fold(question.slice(0, longest));
  const [abroad] = sent.exec(said) ?? [];
  if (abroad) return `${abroad} 海外 寄送`;
  const [place] = branch.exec(said) ?? [];
  return place ? `${place} 門市 分店` : null;
}

/** UTF-16 units. */
const longest = 200;
const foreign =
  "日本|韓國|香港|澳門|中國|大陸|新加坡|馬來西亞|泰國|越南|印尼|菲律賓|美國|加拿大|英國|法國|德國|澳洲|紐西蘭|歐洲|國外|海外";
const sent = new RegExp(
  `(?:${fold("寄|送|配送|運|出貨")})(?:${fold("得|不|去|到|往|給")}){0,2}(?:${fold(foreign)}).{0,6}$`,
  "u",
);
const home = placeNames.split(" ").slice(0, placeNames.split(" ").indexOf("日本"));
const branch = new RegExp(
  `(?:${home.map(fold).join("|")})(?:${fold("市|縣|那邊|這邊|地區")})?(?:${fold("有|有沒有|也有|哪裡有|有開|有沒有開")})?(?:${fold("實體|你們的|其他")})?(?:${fold("店面|分店|門市|專櫃|據點|店")})(?:${fold("嗎|呢|在哪|在哪裡|地址|的地址|嘛|[?？]")}|$)`,
  "u",
);
