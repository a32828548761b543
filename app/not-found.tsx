import type { Metadata } from "next";
import { MessagePage } from "@/components/shell/message-page";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { ButtonLink } from "@/components/ui/button/button-link";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { getActor } from "@/lib/session/current-actor";
import { DashboardFrame } from "./(dashboard)/dashboard-frame";
import DashboardNotFound from "./(dashboard)/not-found";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getCatalog(await getRequestLocale()).shell.notFound.title };
}

/** An address that nothing is at; who is signed in stays in the dashboard. */
export default async function NotFound() {
  const actor = await getActor();
  if (actor) {
    return (
      <DashboardFrame actor={actor}>
        <DashboardNotFound />
      </DashboardFrame>
    );
  }
  const words = getCatalog(await getRequestLocale()).shell.notFound;
  return (
    <MessagePage
      title={words.title}
      description={words.description}
      action={
        <ButtonLink href={paths.home} variant="primary">
          {words.action}
        </ButtonLink>
      }
    />
  );
}
