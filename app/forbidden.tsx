import { MessagePage } from "@/components/shell/message-page";
import { paths } from "@/components/shell/paths";
import { getRequestLocale } from "@/components/shell/request-locale";
import { ButtonLink } from "@/components/ui/button-link";
import { getCatalog } from "@/lib/i18n/get-catalog";

export default async function Forbidden() {
  const { title, description, action } = getCatalog(await getRequestLocale()).shell.forbidden;
  return (
    <MessagePage
      title={title}
      description={description}
      action={
        <ButtonLink href={paths.chats} variant="primary">
          {action}
        </ButtonLink>
      }
    />
  );
}
