import type { Metadata } from "next";
import { AnswerSettingsForm } from "@/components/bots/answer-settings-form";
import { DeleteBotForm } from "@/components/bots/delete-bot-form";
import { HoursForm } from "@/components/bots/hours-form";
import { RenameBotForm } from "@/components/bots/rename-bot-form";
import { RetentionForm } from "@/components/bots/retention-form";
import { RotateTokenForm } from "@/components/bots/rotate-token-form";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { Notice } from "@/components/ui/notice";
import { officeState } from "@/lib/bots/hours/office-state";
import { toAnswerSettings } from "@/lib/bots/settings/answer-settings";
import { retentionChoices } from "@/lib/bots/settings/set-retention";
import type { Bot } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { sayOpening } from "@/lib/i18n/words/say-opening";
import { can } from "@/lib/identity/permissions";
import { answerModels } from "@/lib/model/answer-models";
import { timeZones } from "@/lib/time-zones";
import { restoreBotAction } from "../../actions";
import {
  deleteBotAction,
  renameBotAction,
  rotateWidgetTokenAction,
  saveAnswerSettingsAction,
  saveHoursAction,
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
  const locale = await getRequestLocale();
  const { bots } = getCatalog(locale);
  const canRotate = can(ctx.actor, "bot.rotate_token");
  const canDelete = can(ctx.actor, "bot.delete");
  const { hasHours, hoursZone, hoursWeek, specialDays, privacyUrl } = bot;
  return (
    <div className="flex max-w-form flex-col gap-6">
      <RenameBotForm botId={bot.id} name={bot.name} action={renameBotAction} />
      <AnswerSettingsForm
        botId={bot.id}
        settings={toAnswerSettings(bot)}
        models={env().OPENAI_API_KEY === undefined ? null : answerModels()}
        action={saveAnswerSettingsAction}
      />
      <HoursForm
        botId={bot.id}
        hours={{ hasHours, hoursZone, hoursWeek, specialDays, privacyUrl }}
        zones={timeZones}
        now={hasHours ? sayNow(bot, ctx.now(), locale) : null}
        action={saveHoursAction}
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

function sayNow({ hoursZone, hoursWeek, specialDays }: Bot, now: number, locale: Locale): string {
  const { hours } = getCatalog(locale).bots;
  const { isOpen, opensAt } = officeState({ zone: hoursZone, week: hoursWeek, special: specialDays }, now);
  if (isOpen) return hours.openNow;
  return opensAt === null ? hours.neverOpens : hours.opensAt(sayOpening(locale, opensAt, hoursZone, now));
}
