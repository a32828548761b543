import type { Metadata } from "next";
import { KeyForm } from "@/components/keys/key-form";
import { KeyList } from "@/components/keys/key-list";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { TeamTabs } from "@/components/team/team-tabs";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { textLinkClass } from "@/components/ui/text-link-class";
import { env } from "@/lib/env";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { requirePageActor } from "@/lib/session/require-page-actor";
import { type ApiKeyItem, listApiKeys } from "@/lib/teams/keys/list-api-keys";
import { createApiKeyAction, revokeApiKeyAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getCatalog(await getRequestLocale()).keys.title };
}

export default async function KeysPage() {
  const ctx = await requirePageActor("team.manage");
  const [locale, keys] = await Promise.all([getRequestLocale(), listApiKeys(ctx)]);
  const { keys: words } = getCatalog(locale);
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          env().SITE !== "0" && (
            <a href={paths.developersApi} className={textLinkClass}>
              {words.reference}
            </a>
          )
        }
      />
      <TeamTabs locale={locale} />
      <div className="flex flex-col gap-6">
        <KeyForm action={createApiKeyAction} />
        <Card title={words.list} isFlush>
          {keys.length === 0 ? (
            <EmptyState>{words.none}</EmptyState>
          ) : (
            <KeyList rows={keys.map(toRow)} revoke={revokeApiKeyAction} />
          )}
        </Card>
      </div>
    </>
  );
}

function toRow({ createdAt: _, expiresAt, revokedAt, lastUsedAt, ...key }: ApiKeyItem) {
  return {
    ...key,
    isRevoked: revokedAt !== null,
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
