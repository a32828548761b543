import { createHash } from "node:crypto";
import type { AnswerLanguage } from "@/lib/i18n/words/answer-words";
import { contactWords } from "@/lib/i18n/words/contact-words";

/** What a visitor agreed to: the words, and the owner's policy that stood beside them. */
export type Consent = { text: string; url: string | null };

/**
 * Of each language the words of consent that a form has had, the oldest first. One that is changed gets a new place: an
 * open page may still show the one before.
 */
const texts: Record<AnswerLanguage, readonly string[]> = {
  "zh-TW": [contactWords["zh-TW"].consent],
  "zh-CN": [contactWords["zh-CN"].consent],
  en: [contactWords.en.consent],
  ja: [contactWords.ja.consent],
  ko: [contactWords.ko.consent],
};
const idForm = /^(zh-TW|zh-CN|en|ja|ko)\.([1-9]\d?)(?:\.([0-9a-f]{8}))?$/;

/** Names the words of consent that a form shows now, and the policy beside them: `zh-TW.1.0f3a9c21`. */
export function consentIdOf(language: AnswerLanguage, privacyUrl: string): string {
  const policy = privacyUrl === "" ? [] : [hashOf(privacyUrl)];
  return [language, String(texts[language].length), ...policy].join(".");
}

/**
 * What an id stands for; null for one that no form ever had. A policy that is another by now is none: which one the
 * visitor saw isn't known any more.
 */
export function readConsent(id: string, privacyUrl: string): Consent | null {
  const [, language, version, policy] = idForm.exec(id) ?? [];
  const text = isLanguage(language) ? texts[language][Number(version) - 1] : undefined;
  if (text === undefined) return null;
  const isShown = policy !== undefined && privacyUrl !== "" && hashOf(privacyUrl) === policy;
  return { text, url: isShown ? privacyUrl : null };
}

function isLanguage(tag: string | undefined): tag is AnswerLanguage {
  return tag !== undefined && Object.hasOwn(texts, tag);
}

function hashOf(url: string): string {
  return createHash("sha256").update(url).digest("hex").slice(0, 8);
}
