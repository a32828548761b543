import { Message } from "@/components/shell/message";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { ButtonLink } from "@/components/ui/button/button-link";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";

/** Inside the frame: what the role may see is one click away. */
export default async function DashboardForbidden() {
  const { title, description, action } = getCatalog(await getRequestLocale()).shell.forbidden;
  return (
    <Message
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
