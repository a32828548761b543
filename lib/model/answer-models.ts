import { type Env, env } from "@/lib/env";

/** The model that answers where neither the operator nor an owner names one. */
export const defaultModel = "gpt-4.1-mini";

/** The models that owners may choose between, the operator's own first. */
export function answerModels(
  { OPENAI_MODEL, OPENAI_MODELS }: Pick<Env, "OPENAI_MODEL" | "OPENAI_MODELS"> = env(),
): [own: string, ...others: string[]] {
  const own = OPENAI_MODEL ?? defaultModel;
  return [own, ...OPENAI_MODELS.filter((name) => name !== own)];
}
