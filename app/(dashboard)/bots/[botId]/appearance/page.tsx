import type { Metadata } from "next";
import { AppearanceEditor } from "@/components/bots/looks/appearance-editor";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { toBotLook } from "@/lib/bots/settings/bot-config";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { can } from "@/lib/identity/permissions";
import { saveAppearanceAction } from "../actions";
import { botPageTitle } from "../bot-page-title";
import { requirePageBot } from "../require-page-bot";

export async function generateMetadata({
  params,
}: {
  params: Promise<{ botId: string }>;
}): Promise<Metadata> {
  return { title: await botPageTitle(params, getCatalog(await getRequestLocale()).bots.appearance.title) };
}

export default async function AppearancePage({ params }: { params: Promise<{ botId: string }> }) {
  const { ctx, bot } = await requirePageBot(params);
  return (
    <AppearanceEditor
      botId={bot.id}
      config={toBotLook(bot)}
      canEdit={can(ctx.actor, "bot.update")}
      action={saveAppearanceAction}
    />
  );
}
