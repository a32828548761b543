import { Message } from "@/components/shell/message";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { ButtonLink } from "@/components/ui/button/button-link";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { getActor } from "@/lib/session/current-actor";
import { homePath } from "@/lib/session/home-path";

/** Inside the frame: a thing that was deleted, or is another team's. */
export default async function DashboardNotFound() {
  const actor = await getActor();
  const { notFound, bots, chats } = getCatalog(await getRequestLocale()).shell;
  const home = actor ? homePath(actor) : "/bots";
  return (
    <Message
      title={notFound.title}
      description={notFound.description}
      action={
        <ButtonLink href={home} variant="primary">
          {notFound.backTo(home === "/bots" ? bots : chats)}
        </ButtonLink>
      }
    />
  );
}
