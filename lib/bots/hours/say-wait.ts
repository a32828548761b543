import { type AnswerLanguage, answerWords } from "@/lib/i18n/words/answer-words";
import { sayOpening } from "@/lib/i18n/words/say-opening";
import type { Availability } from "./get-availability";

/**
 * What a visitor who awaits a person is told of when: that nobody is there now, when somebody is again, or how long it
 * takes as a rule; "" where nobody knows. `isTold`: somebody is there to see it.
 */
export function sayWait(
  { hours, isSomebodyThere, replyMs }: Availability,
  zone: string,
  language: AnswerLanguage,
  now: number,
): { isTold: boolean; text: string } {
  const words = answerWords[language];
  if (hours && !hours.open) {
    const when = hours.opens_at === null ? null : sayOpening(language, hours.opens_at, zone, now);
    return { isTold: false, text: when === null ? words.closed : words.closedUntil(when) };
  }
  if (!isSomebodyThere) return { isTold: false, text: words.nobodyThere };
  return { isTold: true, text: replyMs === null ? "" : words.replyWithin(roundUp(replyMs / 60_000)) };
}

/** Minutes, as people say them: never fewer than it takes. */
function roundUp(minutes: number): number {
  return steps.find((step) => minutes <= step) ?? Math.ceil(minutes / 60) * 60;
}

const steps = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60];
