import type { Metadata } from "next";
import { AnswerSettingsForm } from "@/components/bots/answer-settings-form";
import { DeleteBotForm } from "@/components/bots/delete-bot-form";
import { RenameBotForm } from "@/components/bots/rename-bot-form";
import { RetentionForm } from "@/components/bots/retention-form";
import { RotateTokenForm } from "@/components/bots/rotate-token-form";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { Notice } from "@/components/ui/notice";
import { toAnswerSureness } from "@/lib/bots/settings/answer-sureness";
import { retentionChoices } from "@/lib/bots/settings/set-retention";
import { env } from "@/lib/env";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { can } from "@/lib/identity/permissions";
import { answerModels } from "@/lib/model/answer-models";
import { restoreBotAction } from "../../actions";
import {
  deleteBotAction,
  renameBotAction,
  rotateWidgetTokenAction,
  saveAnswerSettingsAction,
  setRetentionAction,
} from "../actions";
import { botPageTitle } from "../bot-page-title";
import { requirePageBot } from "../require-page-bot";

export async function generateMetadata({
  params,
}: {
  params: Promise<{ botId: string }>;
}): Promise<Metadata> {
  return { title: await botPageTitle(params, getCatalog(await getRequestLocale()).bots.tabs.settings) };
}

export default async function BotSettingsPage({ params }: { params: Promise<{ botId: string }> }) {
  const { ctx, bot } = await requirePageBot(params, "bot.update");
  const { bots } = getCatalog(await getRequestLocale());
  const canRotate = can(ctx.actor, "bot.rotate_token");
  const canDelete = can(ctx.actor, "bot.delete");
  const sureness = toAnswerSureness(bot.answerThreshold);
  const { fallbackText, contact, wordings, instructions, answerModel, unsupportedRule, offersPerson } = bot;
  return (
    <div className="flex max-w-form flex-col gap-6">
      <RenameBotForm botId={bot.id} name={bot.name} action={renameBotAction} />
      <AnswerSettingsForm
        botId={bot.id}
        settings={{
          ...{ fallbackText, contact, wordings, instructions, answerModel, unsupportedRule },
          ...{ sureness, offersPerson },
        }}
        models={env().OPENAI_API_KEY === undefined ? null : answerModels()}
        action={saveAnswerSettingsAction}
      />
      {can(ctx.actor, "bot.set_retention") && (
        <RetentionForm
          botId={bot.id}
          retentionDays={bot.retentionDays}
          choices={retentionChoices}
          action={setRetentionAction}
        />
      )}
      {canRotate && <RotateTokenForm botId={bot.id} action={rotateWidgetTokenAction} />}
      {canDelete && (
        <DeleteBotForm botId={bot.id} name={bot.name} action={deleteBotAction} restore={restoreBotAction} />
      )}
      {!canDelete && <Notice>{bots.ownerOnly}</Notice>}
    </div>
  );
}
