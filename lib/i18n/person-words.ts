/** What a visitor who asked for a person is told, in the languages the widget speaks. */
const told = {
  "zh-TW": "已經告訴我們的人員，你想找真人。",
  "zh-CN": "已经告诉我们的人员，你想找真人。",
  en: "Our staff have been told that you'd like to talk to a person.",
  ja: "担当者と話したいというご希望を、スタッフに伝えました。",
};

/** @param languages language tags and `Accept-Language` values, the most telling first */
export function personToldText(languages: readonly (string | null)[]): string {
  for (const tag of languages.flatMap((list) => list?.split(",") ?? [])) {
    const text = textFor(tag.split(";")[0]?.trim().toLowerCase() ?? "");
    if (text) return text;
  }
  return told["zh-TW"];
}

function textFor(tag: string): string | undefined {
  if (/^zh\b/.test(tag))
    return /-(hans|cn|sg|my)\b/.test(tag) && !/-hant\b/.test(tag) ? told["zh-CN"] : told["zh-TW"];
  if (/^en\b/.test(tag)) return told.en;
  return /^ja\b/.test(tag) ? told.ja : undefined;
}
