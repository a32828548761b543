import { numeralClass } from "@/lib/language/values/parse-numeral";
import { foldWithOffsets } from "@/lib/language/words/fold";

/** What a visitor's turn asks, without the thing it is asked of, as it was written: 「多少錢」 of 「高山烏龍多少錢」. */
export function withoutThing(turn: string, thing: string): string {
  const { text, offsets } = foldWithOffsets(turn.slice(0, longest));
  const at = thing === "" ? -1 : text.indexOf(thing);
  if (at < 0) return turn;
  return `${turn.slice(0, offsets[at])} ${turn.slice(offsets[at + thing.length])}`.trim();
}

/**
 * The thing of which a question asks the same as the one before, as it was written: 「東方美人」 of 「那東方美人呢」; "" for
 * others.
 */
export function namedAgain(question: string): string {
  return frame.exec(question.slice(0, longestFrame).trim())?.groups?.thing?.trim() ?? "";
}

/**
 * The question before with the number of this one in the place of its own: 「8 吋蛋糕多少錢」 for 「8 吋的呢」 after 「6 吋蛋糕多少錢」;
 * beside it, where it has none. Null for a question that names more, and for days and hours.
 */
export function withNumber(question: string, asked: string): string | null {
  const { number, unit = "" } = numbered.exec(question.slice(0, longestFrame).trim())?.groups ?? {};
  if (!number || (unit === "" && !asks.test(question))) return null;
  const form =
    unit === "" ? /\d{1,6}/u : new RegExp(`(?:\\d{1,6}|${anyNumeral}{1,4})\\s?(?:${alikeUnits(unit)})`, "iu");
  return form.test(asked) ? asked.replace(form, `${number}${unit}`) : `${number}${unit || "的"} ${asked}`;
}

/**
 * The price of a thing that is named alone after another's, in a language that names the thing last or marks it: "how
 * much is the oolong" for "and the oolong?", and the thing. Null for other questions, and for what is no thing.
 * @param asked what was asked before
 */
export function priceAgain(question: string, asked: string): { thing: string; instead: string } | null {
  const said = question.slice(0, longestFrame).trim();
  for (const { prices, frame, ask } of pricedIn) {
    const thing = frame.exec(said)?.groups?.thing?.trim();
    if (thing && prices.test(asked.slice(0, longest)) && !noThing.test(thing))
      return { thing, instead: ask(thing) };
  }
  return null;
}

const pricedIn = [
  {
    prices: /\bhow much (?:is|are|does|do|for)\b|\b(?:price|cost)s? (?:of|for)\b/iu,
    frame:
      /^(?:and|what about|how about)(?: (?:the|a|an|for|your))*\s(?<thing>[\p{L}\p{N}' -]{2,30}?)(?: then)?[?？!.\s]{0,4}$/iu,
    ask: (thing: string) => `how much is the ${thing}`,
  },
  {
    prices: /いくら|値段|価格/u,
    frame: /^(?:じゃあ|では|それでは)?[、\s]?(?<thing>[^\s、。?？]{2,20}?)(?:は|も)[?？]{0,2}$/u,
    ask: (thing: string) => `${thing}はいくらですか`,
  },
  {
    prices: /얼마|가격/u,
    frame: /^(?:그럼|그러면|그리고)?\s?(?<thing>[^.?？]{1,20}?)(?:은|는)(?:요)?[?？]{0,2}$/u,
    ask: (thing: string) => `${thing} 얼마예요`,
  },
];
/** Another of it, or something else that is asked of the same thing. */
const noThing =
  /\bones?$|\b(?:how|what|when|where|which|who|can|could|do|does|is|are|will|if|size|colou?r|weight|hours?|address|warranty|returns?|refund)\b|サイズ|色|重さ|場所|住所|時間|いつ|どこ|何|사이즈|색|무게|주소|시간|언제|어디/iu;

/** Units of one kind take each other's place: 「500g 的呢」 after 「1TB 多少錢」. */
function alikeUnits(unit: string): string {
  const said = unit.toLowerCase();
  return kinds.filter((kind) => kind.split("|").includes(said)).join("|") || unit;
}

const kinds = ["公斤|公克|克|台斤|斤|兩|两|kg|g", "g|gb|tb", "毫升|公升|cc|ml|l"];

/** UTF-16 units. */
const longest = 1_200;
const longestFrame = 60;
const frame =
  /^(?:(?:那[麼么]?|那如果是|如果是|換成|换成|(?:and|what about|how about)(?: the| for| a)?|じゃあ|では|그럼)[\s,，]*)?(?<thing>.{1,30}?)\s?(?:的)?(?:呢|咧|[はわ]|는요|은요)?[?？!！。~～\s]{0,4}$/iu;

/** A number alone may be that of an order. */
const asks = /[的呢嗎吗少賣卖]|\b(?:and|about)\b/iu;
const anyNumeral = `(?:${numeralClass}|[兩半萬])`;
const sizes =
  "公斤|公克|克|台斤|斤|兩|两|毫升|公升|公分|[英]?吋|英寸|寸|cc|ml|kg|gb|tb|cm|[gl]|入|期|坪|人份|人|價|价|代|盒|包|罐|瓶|張|张|片|支|堂|位|胎|劑|剂|inch(?:es)?";
const numbered = new RegExp(
  `^(?:那|有|請問|请问|and |what about |how about |the )*\\s*(?<number>\\d{1,6}|${anyNumeral}{1,4}(?=${sizes}))\\s?(?<unit>${sizes})?\\s?(?:裝|装)?(?:的|one)?(?:有嗎|有吗|多少[錢钱]?|怎[麼么][賣卖])?(?:呢|嗎|吗)?[?？!！。~～\\s]{0,4}$`,
  "iu",
);
