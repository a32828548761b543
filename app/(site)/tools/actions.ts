"use server";

import { headers } from "next/headers";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { answerText, answerTextInput } from "@/lib/answers/answer-text";
import { getContext } from "@/lib/context";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { type ActionState, parseForm, runAction } from "@/lib/http/define-action";
import { requireForm } from "@/lib/http/require-form";
import { requireLimit } from "@/lib/http/require-limit";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { rewordForTaiwan, rewordInput } from "@/lib/language/words/taiwan/reword-for-taiwan";
import type { TextAnswerState, WordingState } from "./tool-state";

/** Answers a question from a text that somebody pasted; see `answerText`. */
export async function answerTextAction(_previous: TextAnswerState, form: FormData): Promise<TextAnswerState> {
  const result = await runTool(form, async () => {
    const input = parseForm(answerTextInput, form);
    const { quotedAs } = getCatalog(await getRequestLocale()).tools.answer;
    const acceptLanguage = (await headers()).get("accept-language");
    const { bubbles, sources, answered } = await answerText(await getContext(), input, {
      title: quotedAs,
      acceptLanguage,
    });
    return { bubbles, answered, quotes: sources.map(({ quote }) => quote) };
  });
  return { typed: typedIn(form, ["text", "question"]), result };
}

/** Rewords a text for readers in Taiwan; see `rewordForTaiwan`. */
export async function rewordAction(_previous: WordingState, form: FormData): Promise<WordingState> {
  const result = await runTool(form, async () => rewordForTaiwan(parseForm(rewordInput, form).text));
  return { typed: typedIn(form, ["text"]), result };
}

/** Strangers may use the tools, so much of each at a time. */
async function runTool<T>(form: FormData, work: () => Promise<T>): Promise<ActionState<T>> {
  return runAction(async () => {
    requireForm(form);
    if (env().SITE === "0") throw new AppError("not_found", "this server has no public site");
    await requireLimit(await getContext(), limitPolicies.siteTool);
    return work();
  });
}

/**
 * What was typed, for the page that is drawn with the answer; as much as a field of the tools may hold
 * and a little more.
 */
function typedIn(form: unknown, names: readonly string[]): Record<string, string> {
  if (!(form instanceof FormData)) return {};
  return Object.fromEntries(
    names.map((name) => {
      const value = form.get(name);
      return [name, typeof value === "string" ? value.slice(0, mostTyped) : ""];
    }),
  );
}

const mostTyped = 25_000;
