import { LRUCache } from "lru-cache";
import { fold } from "@/lib/language/words/fold";
import { keepLast } from "@/lib/language/words/keep-last";
import { namedAgain, priceAgain, withNumber, withoutThing } from "./ask-again";
import { cleanQuery } from "./parse-query";
import type { QueryContext } from "./query-context";
import { wordings } from "./reword-question";
import type { FoundWording } from "./wordings";

/** What was said before, oldest first. */
export type SaidBefore = readonly { role: "user" | "assistant"; content: string }[];

/**
 * What a question must be read with, null when it stands alone: for 「那東方美人呢」 the 「多少錢」 of 「高山烏龍多少錢」, for a bare 「可以放多久」
 * the thing that the visitor asked of before, also some questions ago; the bot's last words where the visitor named
 * none. A full question begins anew. Rules, without a model.
 */
export function findContext(question: string, before: SaidBefore): QueryContext | null {
  const asked = before.flatMap(({ role, content }) => (role === "user" ? [content] : [])).slice(-reach);
  const size = asksSize.exec(fold(question.slice(0, longest)).trim())?.groups;
  if (size) return ofSize(size.size ?? "", size.asks ?? "", readTopic(asked));
  if (asked.length === 0) return null;
  const topic = readTopic(asked);
  const lasting = howLongOf(question, topic);
  if (lasting) return lasting;
  const own = readTurn(question);
  const another = ofAnother(question, own, topic);
  if (another) return another;
  if (own.leans === "not") return null;
  const context = contextOf(question, own, topic, before);
  const isNamed = own.thing !== "" || namedIn(fold(question)).length > 0;
  return context && isNamed
    ? { ...context, names: !own.isReplaced && isDeed(question) ? "deed" : "thing" }
    : context;
}

function contextOf(question: string, own: Parts, topic: Topic, before: SaidBefore): QueryContext | null {
  if (own.leans === "maybe")
    return withTopic(toContext("", `${topic.thing} ${topic.known}`.trim() || topic.asked), topic);
  if (own.isEmpty) {
    const isPrice = asksPrice.test(fold(question));
    return ofSame(toContext(`${topic.thing} ${isPrice ? topic.known : topic.rest}`, ""));
  }
  if (own.isReplaced) {
    const context = toContext(topic.rest, topic.thing, restShare);
    return context && { ...context, asksSame: true };
  }
  // 「哪一款好」 asked for a thing, and the bot's words name it.
  if (own.thing === "" && asksWhich.test(fold(topic.last))) return toContext("", lastReply(before));
  if (own.thing !== "") return withTopic(toContext("", topic.asked), topic);
  return ofSame(
    topic.thing === ""
      ? toContext(topic.asked, own.hasKnown ? "" : lastReply(before))
      : toContext(topic.thing, ""),
  );
}

/** What was asked of one thing, asked of another that is named alone, or of another number of it. */
function ofAnother(question: string, own: Parts, { thing, asks, asked }: Topic): QueryContext | null {
  const same = { about: "", share: 1, aside: "", asksSame: true } as const;
  const numbered = withNumber(question, asked);
  if (numbered !== null) return { ...same, instead: numbered };
  const priced = priceAgain(question, asked);
  if (priced) return { ...same, names: "thing", named: priced.thing, instead: priced.instead };
  if (own.thing === "" || own.thing.includes(" ") || thing === "" || asks === "") return null;
  const named = namedAgain(question);
  if (fold(named) !== own.thing) return null;
  return { ...same, names: "thing", named, instead: `${named} ${asks}` };
}

/**
 * How long what was talked about takes, asked in words that alone are said of the post: 「며칠 걸려요」 and "how long
 * does it take" after a refund.
 */
function howLongOf(question: string, { thing, known }: Topic): QueryContext | null {
  const topic = `${thing} ${known}`.trim();
  if (sends.test(topic) && asksDays.test(fold(question.slice(0, longest)).trim()))
    return {
      about: "",
      share: 1,
      aside: "",
      isOfSame: true,
      instead: `${thing || (sentTo.exec(known)?.[0] ?? "")} ${arrives}`.trim(),
    };
  const asked = fold(question.slice(0, longest)).trim();
  if ((expires.test(topic) && asksTerm.test(asked)) || (lasts.test(topic) && asksWait.test(asked)))
    return { about: "", share: 1, aside: "", isOfSame: true, instead: `${topic} ${howLong}` };
  if (!lasts.test(topic) || !asksHowLong.test(fold(question.slice(0, longest)).trim())) return null;
  return { about: "", share: 1, aside: "", isOfSame: true, instead: `${topic} ${howLong}` };
}

const howLong = fold("多久");
/** What ends, and until when: 「多久」 after 「點數會過期嗎」. */
const expires = new RegExp(fold("過期|到期|失效|效期|期限|有效"), "u");
const asksTerm = new RegExp(
  `^(?:${fold("那|大概|大約|是|會|要")}){0,3}(?:${fold("多久|多長時間|幾天|幾年|幾個月|什麼時候")})(?:${fold("後|以後|會|過期|到期|失效|呢")}){0,3}[?？!。~\\s]{0,4}$`,
  "u",
);
const asksWait = new RegExp(
  `^(?:${fold("那|大概|大約|會|要|需要")}){0,3}${fold("等")}(?:${fold("多久|多長時間|幾天|幾個工作[天日]|幾週")})(?:${fold("呢|啊")})?[?？!。~\\s]{0,4}$`,
  "u",
);
/** How many days, after what is said of the post: 「大概幾天」 after 「可以寄到澎湖嗎」. */
const sends = new RegExp(fold("運費|免運|寄送|宅配|配送|寄到|運送|出貨"), "u");
const asksDays = new RegExp(
  `^(?:${fold("那|大概|大約|約|一般|通常|要|需要|會")}){0,4}(?:${fold("幾天|多少天|多久")})(?:${fold("會到|才到|到|送到|收到|呢|左右|啊")})?[?？!。~\\s]{0,4}$`,
  "u",
);
const arrives = fold("多久會到");
/** Where or how something is sent, which tells how long that takes. */
const sentTo = new RegExp(fold("離島|外島|澎湖|金門|馬祖|本島|超商|海外|國外|宅配|冷藏|冷凍|到府"), "u");

/** What is done with what was bought, or asked of an office. */
const lasts = new RegExp(
  `${fold("退|換|修|取消|申請|辦理|補發|補辦|刻|客製|訂做|審核|檢驗|返品|返金|交換|修理|キャンセル")}|refund|return|exchang|repair|cancel|applica|engrav|환불|반품|교환|수리|취소`,
  "u",
);
const asksHowLong = new RegExp(
  `^(?:(?:and )?how long(?: (?:does|will|would|do) (?:it|that|this) take)?|how many days(?: (?:does|will) (?:it|that) take)?|${fold(
    "(?:どのくらい|何日)(?:かかりますか|ですか)?",
  )}|(?:며칠|얼마나)(?: ?(?:이나|정도))? ?(?:걸려요|걸리나요|걸립니까|걸릴까요))[?？!.\\s]{0,4}$`,
  "u",
);

/** What comes in sizes. */
const sized = "號型杯包盒瓶罐份張件顆條碗組";

/** The same is asked of another size of the thing; without one nothing tells what of. */
function ofSize(size: string, asks: string, { thing, known, asked }: Topic): QueryContext {
  const topic = thing || known;
  if (topic === "") return { about: "", share: 1, aside: "", isOfAbsent: true };
  const price = asks.endsWith(howMuch) ? `${asks}${money}` : asks;
  return {
    about: "",
    share: 1,
    aside: size,
    instead: withSize(asksPrice.test(asks) ? `${topic} ${price}` : asked, size),
  };
}

/** 「小瓶多少錢」 asked again of the large one is 「大瓶多少錢」. */
function withSize(asked: string, size: string): string {
  const [first = ""] = size;
  return oneSize.test(first) ? asked.replace(namedSize, first) : asked;
}

const oneSize = /[大小中]/u;
const namedSize = new RegExp(`[大小中](?=[${sized}${fold(sized)}])`, "u");

const [howMuch, money] = ["多少", "錢"].map(fold) as [string, string];

/** A size alone, with no more than how much it is: 「大的呢」, 「小盒多少錢」. */
const asksSize = new RegExp(
  `^(?:${fold("那|請問|有")}){0,2}(?:${[
    `(?<size>[${fold("大小中")}](?:[${fold(sized)}]|${fold("一點|尺寸")})?)(?:${fold("的")})?`,
    "(?:and |what about |how about )?(?:(?:how much (?:is|are|for) )?(?:the |a |an )?(?<size>large|big|small|medium|bigger|smaller|larger)(?: size)?(?: ones?)?)",
    fold("(?<size>大き|小さ)(?:い|な)(?:の|もの|方)?は?"),
    "(?<size>큰|작은) ?(?:거|것|걸|사이즈)?(?:는|은)?",
  ].join(
    "|",
  )})\\s?(?<asks>${fold("多少錢?|怎麼賣|幾[元塊]|いくら(?:ですか)?")}|얼마(?:예요|에요|인가요)?)?(?:${fold("呢|嗎")})?[?？!。~\\s]{0,4}$`,
  "u",
);

/** The common words of a folded question that name what it asks of or about; not what only asks for a price. */
export function namedIn(folded: string): readonly string[] {
  return lastNamed(folded);
}

const lastNamed = keepLast((folded): readonly string[] => {
  const said = folded.slice(0, longest).replace(price, " ");
  return knownWords(said).map(({ word }) => word);
}, 4);

/** The names and words of a question that no list of common questions has, folded; "" for none. */
export function thingIn(question: string): string {
  return readTurn(question).thing;
}

/**
 * Whether it asks what is done or happens, not for a thing: 「會過期嗎」, 「可以退嗎」; 「可以用街口嗎」 names one.
 */
function isDeed(question: string): boolean {
  const folded = fold(question.slice(0, longest)).trim();
  const verb = deed.exec(folded)?.groups?.verb;
  if (verb === undefined) return false;
  return (
    verb.length > 1 || !knownWords(folded).some(({ word, start }) => start <= 4 && word.startsWith(verb))
  );
}

const deed = new RegExp(
  `^(?:${fold("那|請問")}){0,2}(?<verb>${fold("會不會|要不要|能不能|可不可以|可以|需要|會|要|能")})(?!${fold("用|使用|收")})`,
  "u",
);

function ofSame(context: QueryContext | null): QueryContext | null {
  return context && { ...context, isOfSame: true };
}

/** Of a thing, or of the same service: 「and how much」. */
const asksPrice = /多少|幾[元塊]|いくら|얼마|\bhow much\b/u;

function withTopic(context: QueryContext | null, { thing, known }: Topic): QueryContext | null {
  const topic = thing || known;
  return context && topic !== "" ? { ...context, topic } : context;
}

/** Of what was asked of something else: 「多少錢」 for 「那東方美人呢」. */
const restShare = 0.5;
/** Visitor's turns. */
const reach = 5;
const short = 16;
/** UTF-16 units of the bot's last words that tell what they were about. */
const replyRead = 60;

type Parts = {
  /** Whether it can be read alone: `yes` for 「那運費呢」, `maybe` for a bare 「運費多少」. */
  leans: "yes" | "maybe" | "not";
  /** Names and words that no list of common questions has, "" for none. */
  thing: string;
  /** Whether it names something that shops are commonly asked. */
  hasKnown: boolean;
  /** Whether nothing is left to search for: 「為什麼」. */
  isEmpty: boolean;
  /** Whether it asks the same of something else: 「那東方美人呢」, 「如果拆開了呢」. */
  isReplaced: boolean;
};

function readParts(question: string): Parts {
  const folded = fold(question.slice(0, longest)).trim();
  const thing =
    withoutWordings(cleanQuery(folded).replace(light, " ")).replace(edges, "").match(things)?.join(" ") ??
    oneCharacter.exec(folded)?.groups?.thing ??
    "";
  const hasKnown = wordings.findIn(folded.replace(price, " ")).length > 0;
  const isEmpty = !/[\p{L}\p{N}]/u.test(cleanQuery(folded).replace(/\s/gu, ""));
  const points =
    opens.test(folded) ||
    (pointsBack.test(folded) && folded.length <= short * 3) ||
    (folded.length <= short && /呢[?？!！。]?$/u.test(folded)) ||
    (thing === "" && !hasKnown && folded.length <= short);
  const leans = points ? "yes" : thing === "" && folded.length <= short ? "maybe" : "not";
  const isReplaced = points && (thing !== "" || hasKnown) && replaces.test(folded);
  return { leans, thing, hasKnown, isEmpty, isReplaced };
}

function withoutWordings(folded: string): string {
  let rest = "";
  let last = 0;
  for (const { start, end } of knownWords(folded)) {
    rest += `${folded.slice(last, start)} `;
    last = end;
  }
  return rest + folded.slice(last);
}

/**
 * `known`: the common words of the turn that began it. `rest`: what was asked last without the thing it was asked of;
 * `asks`: the same as it was written, "" where no thing was named.
 */
type Topic = { thing: string; known: string; rest: string; asks: string; asked: string; last: string };

/** What the visitor's turns so far are about. */
function readTopic(asked: readonly string[]): Topic {
  const last = asked.at(-1) ?? "";
  let topic: Topic = { thing: "", known: "", rest: "", asks: "", asked: "", last };
  for (const turn of asked) {
    const { leans, thing, isEmpty, isReplaced, known, rest, asks, isAgain } = readTurn(turn);
    if (topic.asks !== "" && isAgain) topic = { ...topic, thing, known: "" };
    else if (leans === "not" || topic.asked === "") topic = { thing, known, rest, asks, asked: turn, last };
    else if (isEmpty) continue;
    else if (isReplaced) topic = { ...topic, thing: thing || known, known: "" };
    else
      topic = {
        ...topic,
        thing: thing || topic.thing,
        rest,
        asks: thing === "" ? turn : asks,
        asked: `${topic.thing} ${turn}`,
      };
  }
  return topic;
}

/** A thing with the common word behind it that tells its kind and nothing of it: 「蛋糕」 of 「磅蛋糕多少錢」, not 「運費」. */
function withKind(turn: string, thing: string): string {
  const folded = fold(turn.slice(0, longest));
  const end = folded.indexOf(thing) + thing.length;
  const kind = knownWords(folded).find(({ start }) => start === end)?.word ?? "";
  return attribute.test(kind) ? thing : `${thing}${kind}`;
}

const attribute = new RegExp(
  `[${fold("費價期度量法率額錢金線")}]$|${fold("時間|方式|多久|多少|怎麼|可以|地|電話|號碼|信箱|尺寸|大小|顏色|成分|產|材質|保|折|優惠|庫存|規格|條件|內容|位置|退|換|取消|預約|訂|買|賣|貨|用|有|咖啡因|過敏")}`,
  "u",
);

/** Another size is no other thing. */
const sizeOnly: Parts = { leans: "yes", thing: "", hasKnown: false, isEmpty: true, isReplaced: false };

type Turn = Parts &
  Pick<Topic, "known" | "rest" | "asks"> & {
    /** Whether it names a thing and asks nothing of it. */
    isAgain: boolean;
  };

/** A chat's turns come again with each of its messages. In UTF-16 units. */
const turns = new LRUCache<string, Turn>({
  max: 2_000,
  maxSize: 400_000,
  sizeCalculation: (_, turn) => Math.max(1, turn.length),
});

function readTurn(turn: string): Turn {
  const kept = turns.get(turn);
  if (kept) return kept;
  const parts = asksSize.test(fold(turn.slice(0, longest)).trim()) ? { ...sizeOnly } : readParts(turn);
  const rest = parts.thing === "" ? lastKnownOf(turn) : without(turn, parts.thing);
  const { thing } = parts;
  const asks = thing === "" || thing.includes(" ") ? "" : withoutThing(turn, withKind(turn, thing));
  const isAgain = thing !== "" && fold(namedAgain(turn)) === thing;
  const read = { ...parts, known: knownIn(turn), rest, asks, isAgain };
  turns.set(turn, read);
  return read;
}

function knownIn(turn: string): string {
  const folded = fold(turn).replace(price, " ");
  return knownWords(folded)
    .map(({ start, end }) => folded.slice(start, end))
    .join(" ");
}

/** Of several common words the last is what is asked: 「運費多少」 of 「超商取貨運費多少」. */
function lastKnownOf(turn: string): string {
  const folded = fold(turn);
  const last = knownWords(folded).at(-1);
  return last ? folded.slice(last.start) : turn;
}

/** Where the common words of more than one character stand; those of one are too often part of a name. */
function knownWords(folded: string): FoundWording[] {
  return wordings.findIn(folded).filter(({ start, end }) => end - start > 1);
}

function without(turn: string, thing: string): string {
  return thing.split(" ").reduce((rest, word) => rest.replace(word, " "), fold(turn));
}

function toContext(about: string, aside: string, share = 1): QueryContext | null {
  const context = { about: about.trim(), share, aside: aside.trim() };
  return context.about === "" && context.aside === "" ? null : context;
}

function lastReply(before: SaidBefore): string {
  const last = before.findLast(({ role }) => role === "assistant");
  return last?.content.slice(0, replyRead) ?? "";
}

/** UTF-16 units: a message is no longer. */
const longest = 1_200;
/** In the folded form. 那裡 and 那些 mostly stand for 哪裡 and 哪些. */
const opens =
  /^(?:那(?![里边儿些])|还有[,，呢]|另外|如果|换成|要是|假如|万一|(?:and|also|then|so|but|what about|how about|what if)\b|じゃあ|では|それ|その|あと[はの、]|그럼|그러면|그리고|그건|그거)/u;
const pointsBack =
  /它|他们|这个|那个|这款|那款|这种|那种|这样|前者|后者|刚才|\b(?:it|its|that|they|them|this one|that one|those|these)\b|それ|これ|あれ/u;
const asksWhich = new RegExp(fold("哪[一個款種間台]|推薦|有什麼|什麼比較"), "u");
const price = new RegExp(
  `${fold("多少錢|價錢|價格|怎麼賣|售價|費用|幾元|幾塊|いくら")}|얼마|\\bhow much\\b`,
  "gu",
);
/** Nothing is asked but how it is with that: 「那宅配呢」, "what about the red one". */
const replaces = new RegExp(
  `^(?!.*(?:${fold("多少|多久|幾|怎麼|什麼|哪|可以|能|嗎|誰|如何")})).*${fold("呢")}[?？!！。~～]*$|^(?:and|what about|how about|what if)\\b|^(?:じゃあ|では).{1,20}は[?？]?$`,
  "u",
);
/** Words of nearly any question. */
const light = new RegExp(
  `${fold(
    "可不可以|可以|能不能|有沒有|需要|應該|已經|如果|要是|但是|時候|小時|分鐘|多久|多少|一下|大概|現在|今天|明天|還是|開始|什麼|怎麼|為什麼|真的|這樣|那樣|謝謝",
  )}|${fold("度的水|的水|再說一次|再說|一次|剛剛|剛才|方式|方法|部分|以後|之後|之前|本身|的話|多[重大高長遠快厚]")}|(?:\\d{1,9}|[${fold(
    "幾一二兩三四五六七八九十",
  )}]{1,9})[${fold("個天月年歲度次人位元塊號點包盒罐瓶台件張")}]|[${fold("我你您他它這那的了嗎呢啊吧喔")}]|\\b(?:how|much|many|long|is|are|was|the|a|an|it|its|do|does|did|can|could|will|would|i|you|we|me|my|your|what|when|where|which|who|why|and|also|then|so|but|for|to|of|in|on|at|by|with|about|if|one|ones|that|this|they|them|those|these|there|have|has|get|be|take|cost|please|ok)\\b`,
  "gu",
);
const joins = fold(
  "要會能有沒不是在到去來用放做給寄買賣租拿開付收泡喝吃看退換送取等還也都就再跟和與或從往把被讓很太更最先坐騎住",
);
/** Words of one letter before and behind a name: 「放」 of 「放洗碗機」, not the 「泡」 of 「冷泡瓶」. */
const edges = new RegExp(`(?<!\\p{Script=Han})[${joins}]+|[${joins}]{1,12}(?!\\p{Script=Han})`, "gu");
/** 「那貓呢」 names a thing of one character. */
const oneCharacter = new RegExp(
  `^${fold("那")}(?<thing>(?![${fold("我你妳您他她它這那些裡邊個次錢")}])\\p{Script=Han})${fold("呢")}[?？!。]?$`,
  "u",
);
const things = /[\p{Script=Han}々]{2,}|[\p{Script=Katakana}ー]{2,}|[a-z][a-z0-9-]+/gu;
