import { env } from "@/lib/env";

const openAi = "https://api.openai.com/v1";

/** Whose language model this server asks: a host such as `api.openai.com`; null without one. */
export function modelHost(): string | null {
  const { OPENAI_API_KEY, OPENAI_BASE_URL } = env();
  return OPENAI_API_KEY ? new URL(OPENAI_BASE_URL ?? openAi).host : null;
}
