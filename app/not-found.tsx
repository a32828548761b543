import type { Metadata } from "next";
import { MessagePage } from "@/components/shell/message-page";
import { paths } from "@/components/shell/paths";
import { getRequestLocale } from "@/components/shell/request-locale";
import { ButtonLink } from "@/components/ui/button-link";
import { getCatalog } from "@/lib/i18n/get-catalog";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getCatalog(await getRequestLocale()).shell.notFound.title };
}

export default async function NotFound() {
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
