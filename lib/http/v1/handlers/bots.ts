import { listBots } from "@/lib/bots/list-bots";
import { requireBot } from "@/lib/bots/require-bot";
import { toAnswerSettings } from "@/lib/bots/settings/answer-settings";
import { toBotConfig } from "@/lib/bots/settings/bot-config";
import { patchBot, patchBotInput } from "@/lib/bots/settings/patch-bot";
import type { Bot } from "@/lib/db/generated/client";
import { AppError, isAppError } from "@/lib/errors";
import type { Handler } from "@/lib/http/v1/call";
import { settingNames } from "@/lib/http/v1/endpoints";

export const listBotsHandler: Handler<"list_bots"> = async ({ ctx }) => ({
  status: 200,
  body: { data: (await listBots(ctx)).map(toBot), next_cursor: null },
});

export const getBotHandler: Handler<"get_bot"> = async ({ ctx, params }) => ({
  status: 200,
  body: toBot(await requireBot(ctx, params.bot_id)),
});

export const updateBotHandler: Handler<"update_bot"> = async ({ ctx, params, sent }) => {
  const given = Object.entries(settingNames).flatMap(([name, wire]) =>
    Object.hasOwn(sent, wire) ? [[name, sent[wire]]] : [],
  );
  const input = patchBotInput.parse({ ...Object.fromEntries(given), botId: params.bot_id });
  return { status: 200, body: toBot(await patchBot(ctx, input).catch(inTheirNames)) };
};

/** What the verb refuses by our names, a program reads by its own. */
function inTheirNames(error: unknown): never {
  if (!isAppError(error)) throw error;
  const names: Record<string, string> = settingNames;
  const { code, message, reason } = error;
  const fields = Object.fromEntries(
    Object.entries(error.fields).map(([name, fault]) => [names[name] ?? name, fault]),
  );
  throw new AppError(code, message, { fields, reason });
}

function toBot(bot: Bot): object {
  const stored = { name: bot.name, ...toBotConfig(bot), ...toAnswerSettings(bot) };
  const names: Record<string, string> = settingNames;
  const settings = Object.entries(stored).map(([name, value]) => [names[name] ?? name, value]);
  return {
    id: bot.id,
    token: bot.widgetToken,
    ...Object.fromEntries(settings),
    created_at: bot.createdAt.toISOString(),
    updated_at: bot.updatedAt.toISOString(),
  };
}
