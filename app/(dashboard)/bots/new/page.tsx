import type { Metadata } from "next";
import { CreateBotForm } from "@/components/bots/create-bot-form";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { PageHeader } from "@/components/ui/page-header";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { requirePageActor } from "@/lib/session/require-page-actor";
import { createBotAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getCatalog(await getRequestLocale()).bots.create.title };
}

export default async function NewBotPage() {
  await requirePageActor("bot.create");
  const { bots } = getCatalog(await getRequestLocale());
  return (
    <>
      <PageHeader
        title={bots.create.title}
        description={bots.create.description}
        back={{ href: paths.bots, label: bots.back }}
      />
      <CreateBotForm action={createBotAction} />
    </>
  );
}
