import { Readable } from "node:stream";
import { nearTopic } from "@/lib/answers/asked/near-topic";
import { plainly, readAsked, troubleTold } from "@/lib/answers/asked/read-asked";
import { readPlace } from "@/lib/answers/asked/read-place";
import { tellsAbsent } from "@/lib/answers/asked/tells-absent";
import { asksRule } from "@/lib/answers/extract/asks-rule";
import { itemsLeft } from "@/lib/answers/extract/layout/items-left";
import { lastSentenceEnd } from "@/lib/answers/extract/layout/last-sentence-end";
import { listOf } from "@/lib/answers/extract/layout/list-of";
import { growQuote } from "@/lib/answers/extract/quote/grow-quote";
import { isOn, isOnePart, readIntent } from "@/lib/answers/intents/read-intent";
import { readComparison } from "@/lib/answers/message/read-comparison";
import {
  fitsComplaint,
  isOfService,
  readTrouble,
  tracksOrder,
  troubleBefore,
  wantsRefund,
  wrongWords,
} from "@/lib/answers/message/read-trouble";
import { readWhich } from "@/lib/answers/message/read-which";
import { readsAsQuestion } from "@/lib/answers/message/reads-as-question";
import { splitQuestion } from "@/lib/answers/message/split-question";
import { spokenLanguage } from "@/lib/answers/message/spoken-language";
import { buildPrompt } from "@/lib/answers/model/build-prompt";
import { cleanPromptLine, cleanPromptText } from "@/lib/answers/model/clean-prompt-text";
import { estimateTokens } from "@/lib/answers/model/estimate-tokens";
import { rewriteQuestion } from "@/lib/answers/model/rewrite-question";
import { createSayOnce } from "@/lib/answers/saying/say-once";
import { asksForPerson } from "@/lib/answers/small-talk/asks-for-person";
import { isNoise } from "@/lib/answers/small-talk/is-noise";
import { isRanting } from "@/lib/answers/small-talk/is-ranting";
import { isSum } from "@/lib/answers/small-talk/is-sum";
import { readContact } from "@/lib/answers/small-talk/read-contact";
import { readSmallTalk } from "@/lib/answers/small-talk/read-small-talk";
import { readWish } from "@/lib/answers/small-talk/read-wish";
import { asksOfComing, onlyInBrackets, onlyLonger } from "@/lib/answers/telling/only-aside";
import { otherMembers } from "@/lib/answers/telling/other-members";
import { otherNumbers } from "@/lib/answers/telling/other-numbers";
import { readKind } from "@/lib/answers/telling/read-kind";
import { heldBy, readTelling } from "@/lib/answers/telling/read-telling";
import { isNamed, isNamedElse } from "@/lib/answers/telling/same-names";
import { matchedWords } from "@/lib/answers/trace/matched-words";
import { askedValues } from "@/lib/answers/values/asked-values";
import { daysOf } from "@/lib/answers/values/days-of";
import { holdsOwn, holdsValue, valueLines } from "@/lib/answers/values/value-lines";
import { feedbackRequest } from "@/lib/contract/feedback";
import { historyTurn, messageRequest, visitorTrait } from "@/lib/contract/message";
import { chatId, idempotencyKey, messageId, visitorKey, widgetToken } from "@/lib/contract/request-fields";
import { blockVisitorInput } from "@/lib/conversations/blocked/block-visitor";
import { assignChatInput } from "@/lib/conversations/desk/assign-chat";
import { chosenChats } from "@/lib/conversations/desk/chosen-chats";
import { draftReplyInput } from "@/lib/conversations/desk/draft-reply";
import { handBackChatsInput } from "@/lib/conversations/desk/hand-back-chats";
import { replyToChatInput } from "@/lib/conversations/desk/reply-to-chat";
import { addNoteInput } from "@/lib/conversations/notes/add-note";
import { changeNoteInput, removeNoteInput } from "@/lib/conversations/notes/change-note";
import { parseFeedbackInput } from "@/lib/conversations/receive/feedback-input";
import { parseChatId, parseLocale, parseMessageInput } from "@/lib/conversations/receive/message-input";
import { parseVisitor } from "@/lib/conversations/receive/visitor-input";
import { fillReply } from "@/lib/conversations/replies/fill-reply";
import { removeCannedReplyInput, saveCannedReplyInput } from "@/lib/conversations/replies/save-canned-reply";
import { snoozeChatInput, snoozeChatsInput } from "@/lib/conversations/snooze/snooze-chats";
import { snoozeTime } from "@/lib/conversations/snooze/snooze-time";
import { wakeChatInput, wakeManyInput } from "@/lib/conversations/snooze/wake-chats";
import { tagInput } from "@/lib/conversations/tags/change-tags";
import { readJsonBody } from "@/lib/http/widget/read-json-body";
import { readPictureForm } from "@/lib/http/widget/read-picture-form";
import { namedAgain, priceAgain, withNumber, withoutThing } from "@/lib/knowledge/query/ask-again";
import { findContext, namedIn, thingIn } from "@/lib/knowledge/query/find-context";
import { cleanQuery, parseQuery } from "@/lib/knowledge/query/parse-query";
import { readGroups } from "@/lib/knowledge/query/read-groups";
import { repairTypos } from "@/lib/knowledge/query/repair-typos";
import { respaceWords } from "@/lib/knowledge/query/respace-words";
import { rewordQuestion } from "@/lib/knowledge/query/reword-question";
import { Wordings } from "@/lib/knowledge/query/wordings";
import { hasMask, maskPersonal } from "@/lib/language/mask-personal";
import { forEachValueTerm } from "@/lib/language/values/for-each-value-term";
import { parseNumeral } from "@/lib/language/values/parse-numeral";
import { isTaiwanPhone } from "@/lib/language/values/phone-number";
import { readAmount } from "@/lib/language/values/read-amount";
import { readDate } from "@/lib/language/values/read-date";
import { readHour } from "@/lib/language/values/read-hour";
import { readNumber } from "@/lib/language/values/read-number";
import { readPhone } from "@/lib/language/values/read-phone";
import { readValues } from "@/lib/language/values/read-values";
import { askedPermission } from "@/lib/language/words/asked-permission";
import { permissionForm } from "@/lib/language/words/extract-permission";
import { foldQuestion } from "@/lib/language/words/fold-question";
import { plainSpeech } from "@/lib/language/words/plain-speech";
import { plainWords } from "@/lib/language/words/plain-words";
import { readWordingLines } from "@/lib/language/words/read-wording-lines";
import { stem } from "@/lib/language/words/stem";
import { tellsTrouble } from "@/lib/language/words/tells-trouble";
import type { ModelClient } from "@/lib/model/client";
import { chooseLocale } from "@/widget/locale";
import { countCodePoints, messageText } from "@/widget/panel/message-text";
import { safeHref } from "@/widget/safe-href";
import type { CaseTable } from "./case-table";
import { formsWith } from "./given/forms-with";
import { firstPassage, foundPassage, shop } from "./given/shop";
import { takes } from "./given/takes";

const history = (text: string) => [
  { role: "user" as const, content: text },
  { role: "assistant" as const, content: text },
];
const askedOf = (text: string) => ({
  question: text,
  language: "zh-TW" as const,
  wantsPerson: false,
  history: history(text),
});
const valueKinds = ["address", "phone", "email", "hours"] as const;
const intents = ["怎麼買", "怎麼去", "怎麼退"].flatMap((question) => readIntent(question) ?? []);
/** More fit into no body of 64 KiB. */
const mostTraits = 8_000;

/** Answers with the text, whatever it is asked. */
const echo = (text: string): ModelClient => ({
  generate: async () => text,
  async *stream() {
    yield text;
  },
});

/** What reads a visitor's message and all that comes with it in a body of 64 KiB, and what a model writes. */
export const messageCases: CaseTable = {
  "lib/contract/feedback.ts": { feedbackRequest: takes(feedbackRequest) },
  "lib/contract/message.ts": {
    historyTurn: takes(historyTurn),
    messageRequest: takes(messageRequest),
    visitorTrait: takes(visitorTrait),
  },
  "lib/contract/request-fields.ts": {
    chatId: (text) => [takes(chatId)(text), takes(chatId)(`web_${text}`)],
    idempotencyKey: takes(idempotencyKey),
    messageId: takes(messageId),
    visitorKey: takes(visitorKey),
    widgetToken: takes(widgetToken),
  },
  "lib/conversations/desk/assign-chat.ts": { assignChatInput: takes(assignChatInput) },
  "lib/conversations/desk/chosen-chats.ts": { chosenChats: takes(chosenChats) },
  "lib/conversations/desk/hand-back-chats.ts": { handBackChatsInput: takes(handBackChatsInput) },
  "lib/conversations/snooze/snooze-chats.ts": {
    snoozeChatInput: takes(snoozeChatInput),
    snoozeChatsInput: takes(snoozeChatsInput),
  },
  "lib/conversations/snooze/snooze-time.ts": {
    snoozeTime: (text) => [
      snoozeTime(text, Date.now(), "Asia/Taipei"),
      snoozeTime(`2026-12-01T${text}`, Date.now(), "Asia/Taipei"),
    ],
  },
  "lib/conversations/snooze/wake-chats.ts": {
    wakeChatInput: takes(wakeChatInput),
    wakeManyInput: takes(wakeManyInput),
  },
  "lib/conversations/blocked/block-visitor.ts": { blockVisitorInput: takes(blockVisitorInput) },
  "lib/conversations/desk/draft-reply.ts": { draftReplyInput: takes(draftReplyInput) },
  "lib/conversations/desk/reply-to-chat.ts": { replyToChatInput: takes(replyToChatInput) },
  "lib/conversations/tags/change-tags.ts": { tagInput: takes(tagInput) },
  "lib/conversations/notes/add-note.ts": { addNoteInput: takes(addNoteInput) },
  "lib/conversations/notes/change-note.ts": {
    changeNoteInput: takes(changeNoteInput),
    removeNoteInput: takes(removeNoteInput),
  },
  "lib/conversations/replies/fill-reply.ts": {
    fillReply: (text) => {
      const facts = { visitor: text, staff: text, bot: text, shop: text, hours: null };
      return [fillReply(text.slice(0, 3_000), facts), fillReply(`{訪客}{${text.slice(0, 3_000)}`, facts)];
    },
  },
  "lib/conversations/replies/save-canned-reply.ts": {
    saveCannedReplyInput: (text) =>
      saveCannedReplyInput.safeParse({ replyId: text, stage: text, name: text, text }),
    removeCannedReplyInput: takes(removeCannedReplyInput),
  },
  "lib/conversations/receive/message-input.ts": {
    parseMessageInput: (text) =>
      parseMessageInput({
        message: text.slice(0, 300),
        history: history(text),
        page_url: text,
        locale: text,
        visitor: { name: text, [text]: text },
      }),
    parseChatId,
    parseLocale,
  },
  "lib/conversations/receive/visitor-input.ts": {
    parseVisitor: (text) => parseVisitor({ name: text, email: text, ...text.slice(0, mostTraits).split("") }),
  },
  "lib/conversations/receive/feedback-input.ts": {
    parseFeedbackInput: (text) =>
      parseFeedbackInput({ chat_id: `web_${"a".repeat(32)}`, message_id: text, rating: text, reason: text }),
  },
  "lib/http/widget/read-json-body.ts": {
    readJsonBody: (text) =>
      readJsonBody({ body: Readable.from([Buffer.from(JSON.stringify({ message: text }))]) }),
  },
  "lib/http/widget/read-picture-form.ts": {
    readPictureForm: (text) => Promise.allSettled(formsWith(text).map((form) => readPictureForm(form))),
  },
  "lib/answers/small-talk/asks-for-person.ts": { asksForPerson },
  "lib/answers/small-talk/is-noise.ts": { isNoise },
  "lib/answers/small-talk/is-sum.ts": { isSum: (text) => [isSum(text), isSum(`1${text}`)] },
  "lib/answers/message/read-comparison.ts": { readComparison },
  "lib/answers/message/read-which.ts": { readWhich: (text) => readWhich(text.slice(0, 60)) },
  "lib/answers/message/read-trouble.ts": {
    fitsComplaint: (text) => [
      fitsComplaint(text, "退換"),
      fitsComplaint("都沒人回", text),
      fitsComplaint("退費 態度差", text, text),
    ],
    isOfService,
    readTrouble,
    tracksOrder,
    wantsRefund,
    wrongWords,
    troubleBefore: (text) => [
      troubleBefore({ question: text, history: history("東西破了") }),
      troubleBefore({ question: "要怎麼辦", history: history(text) }),
    ],
  },
  "lib/answers/small-talk/is-ranting.ts": { isRanting },
  "lib/answers/asked/near-topic.ts": {
    nearTopic: (text) =>
      nearTopic(
        { passages: [{ ...foundPassage, text, end: text.length }], confidence: 1, rival: 0, terms: [] },
        text.slice(0, 300),
        text.slice(0, 900),
      ),
  },
  "lib/answers/telling/read-kind.ts": {
    readKind: (text) => readKind(text, shop.search(text.slice(0, 300), { limit: 3 }).terms),
  },
  "lib/answers/telling/same-names.ts": {
    isNamed: (text) => isNamed(text, new Map()),
    isNamedElse: (text) => isNamedElse(text, new Map()),
  },
  "lib/answers/asked/read-asked.ts": {
    plainly: (text) => plainly(askedOf(text)),
    readAsked: (text) => [readAsked(askedOf(text), null), readAsked(askedOf(text), "complaint")],
    troubleTold: (text) => troubleTold(askedOf(text)),
  },
  "lib/answers/asked/read-place.ts": { readPlace },
  "lib/answers/asked/tells-absent.ts": { tellsAbsent },
  "lib/language/words/plain-speech.ts": { plainSpeech },
  "lib/answers/intents/read-intent.ts": {
    isOn: (text) => intents.map((intent) => isOn(intent, text)),
    isOnePart: (text) => intents.map((intent) => isOnePart(intent, text)),
    readIntent: (text) => [readIntent(text), readIntent(`怎麼${text}`), readIntent(`how do i ${text}`)],
  },
  "lib/answers/saying/say-once.ts": { createSayOnce: (text) => createSayOnce().fresh(`${text}\n${text}`) },
  "lib/answers/extract/layout/last-sentence-end.ts": {
    lastSentenceEnd: (text) => lastSentenceEnd(text, 0, text.length, 240),
  },
  "lib/answers/extract/layout/items-left.ts": {
    itemsLeft: (text) => itemsLeft(`- a\n- b\n${text}`, { start: 0, end: 7 }),
  },
  "lib/answers/extract/layout/list-of.ts": {
    listOf: (text) => listOf(text, { start: 0, end: text.length, headings: [] }),
  },
  "lib/answers/message/spoken-language.ts": {
    spokenLanguage: (text) => spokenLanguage([text, text], [text, `zh-${text}`]),
  },
  "lib/answers/model/build-prompt.ts": {
    buildPrompt: (text) =>
      buildPrompt({ question: text, history: history(text), passages: [firstPassage], wishes: text }),
  },
  "lib/answers/model/clean-prompt-text.ts": { cleanPromptLine, cleanPromptText },
  "lib/answers/model/estimate-tokens.ts": { estimateTokens },
  "lib/language/words/extract-permission.ts": {
    permissionForm: (text) => [permissionForm(text), permissionForm("可以退貨嗎")?.(text)],
  },
  "lib/answers/extract/quote/grow-quote.ts": {
    growQuote: (text) => growQuote(text, { start: 0, end: 10 }, { start: 0, end: text.length, headings: [] }),
  },
  "lib/language/mask-personal.ts": { maskPersonal, hasMask },
  "lib/language/words/plain-words.ts": { plainWords },
  "lib/language/values/read-values.ts": { readValues },
  "lib/language/values/for-each-value-term.ts": {
    forEachValueTerm: (text) => forEachValueTerm(text, () => {}),
  },
  "lib/knowledge/query/respace-words.ts": {
    respaceWords: (text) => [respaceWords(text, () => false), respaceWords(text, (term) => term % 2 === 0)],
  },
  "lib/language/words/read-wording-lines.ts": { readWordingLines },
  "lib/knowledge/query/read-groups.ts": { readGroups },
  "lib/knowledge/query/wordings.ts": {
    Wordings: (text) => {
      const own = new Wordings([{ asked: [text, "紅茶"], found: [text, "茶葉"] }]);
      return [own.findIn(text), own.othersOf(text)];
    },
  },
  "lib/language/values/parse-numeral.ts": { parseNumeral },
  "lib/language/values/read-amount.ts": { readAmount: (text) => readAmount(text, 0) },
  "lib/language/values/read-date.ts": { readDate: (text) => readDate(text, 0) },
  "lib/language/values/read-hour.ts": { readHour: (text) => readHour(text, 0, undefined) },
  "lib/language/values/read-number.ts": { readNumber: (text) => readNumber(text, 0) },
  "lib/language/values/phone-number.ts": { isTaiwanPhone },
  "lib/language/values/read-phone.ts": { readPhone: (text) => readPhone(text, 0) },
  "lib/answers/small-talk/read-small-talk.ts": { readSmallTalk },
  "lib/answers/model/rewrite-question.ts": {
    rewriteQuestion: (text) =>
      rewriteQuestion(echo(text), { question: "那運費呢？", history: history(text), model: "" }),
  },
  "lib/answers/small-talk/read-contact.ts": {
    readContact: (text) => readContact(text, { wantsPerson: false, own: [text] }),
  },
  "lib/answers/small-talk/read-wish.ts": {
    readWish: (text) => readWish({ contact: text, fallbackText: text }, text),
  },
  "lib/answers/extract/asks-rule.ts": { asksRule: (text) => asksRule(text.slice(0, 300)) },
  "lib/answers/message/reads-as-question.ts": { readsAsQuestion },
  "lib/language/words/tells-trouble.ts": { tellsTrouble },
  "lib/answers/message/split-question.ts": { splitQuestion: (text) => splitQuestion(text.slice(0, 300)) },
  "lib/language/words/asked-permission.ts": { askedPermission },
  "lib/knowledge/index/bot-index.ts": {
    BotIndex: (text) =>
      shop.search(text.slice(0, 300), {
        limit: 10,
        context: { about: text.slice(0, 900), share: 1, aside: text.slice(0, 900) },
      }),
  },
  "lib/language/words/fold-question.ts": { foldQuestion },
  "lib/language/words/stem.ts": { stem },
  "widget/locale.ts": { chooseLocale: (text) => chooseLocale([text]) },
  "widget/panel/message-text.ts": { messageText, countCodePoints },
  "widget/safe-href.ts": { safeHref },
};

/** What reads a question and those before it: 300 characters of each have passed `parseMessageInput`. */
export const questionCases: CaseTable = {
  "lib/knowledge/query/find-context.ts": {
    findContext: (text) => findContext(text, history(text)),
    namedIn,
    thingIn,
  },
  "lib/knowledge/query/ask-again.ts": {
    withoutThing: (text) => [withoutThing(text, "茶"), withoutThing(text, text.slice(0, 300))],
    namedAgain,
    priceAgain: (text) => [priceAgain(text, "how much is it"), priceAgain("and tea?", text)],
    withNumber: (text) => [withNumber(text, text), withNumber("10 吋的呢", text)],
  },
  "lib/answers/telling/only-aside.ts": {
    asksOfComing: (text) => [asksOfComing(text, "週一"), asksOfComing("下個月請假嗎", text)],
    onlyInBrackets: (text) => [
      onlyInBrackets(text, [foundPassage]),
      onlyInBrackets("單身證明怎麼申請", [{ ...foundPassage, text, end: text.length }]),
    ],
    onlyLonger: (text) => [onlyLonger(text, "芋泥", ["芋泥禮盒"]), onlyLonger("芋泥多少", "芋泥", [text])],
  },
  "lib/answers/telling/other-members.ts": {
    otherMembers: (text) => [otherMembers(text, "狗", [text]), otherMembers("可以帶貓嗎", text, [])],
  },
  "lib/answers/telling/other-numbers.ts": {
    otherNumbers: (text) => [otherNumbers(text, "6 吋 480 元"), otherNumbers("10 吋呢", text)],
  },
  "lib/answers/telling/read-telling.ts": {
    heldBy: (text) => heldBy({ ...foundPassage, text, end: text.length }),
    readTelling: (text) =>
      readTelling(text.slice(0, 300), {
        terms: shop.search(text.slice(0, 300), { limit: 3 }).terms,
        passages: [{ ...firstPassage, questions: [{ start: 0, end: 300 }] }],
      }),
  },
  "lib/answers/values/asked-values.ts": { askedValues },
  "lib/answers/values/days-of.ts": { daysOf },
  "lib/answers/values/value-lines.ts": {
    holdsOwn: (text) => valueKinds.map((kind) => holdsOwn(text, kind)),
    holdsValue: (text) => valueKinds.map((kind) => holdsValue(text, kind)),
    valueLines: (text) =>
      valueKinds.map((kind) => valueLines({ ...foundPassage, text, end: text.length }, kind)),
  },
  "lib/answers/trace/matched-words.ts": {
    matchedWords: (text) =>
      matchedWords(
        shop.search(text.slice(0, 300), { limit: 3 }).terms,
        text.slice(0, 300),
        text.slice(0, 4_000),
      ),
  },
  "lib/knowledge/query/parse-query.ts": {
    parseQuery: (text) => parseQuery(text, { context: { about: text, share: 1, aside: text } }),
    cleanQuery,
  },
  "lib/knowledge/query/repair-typos.ts": {
    repairTypos: (text) =>
      repairTypos(
        text.slice(0, 300),
        () => false,
        () => false,
      ),
  },
  "lib/knowledge/query/reword-question.ts": { rewordQuestion: (text) => rewordQuestion(text, () => true) },
};
