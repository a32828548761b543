import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/components/ui/form/form-action";
import type { Connections } from "@/lib/connections/describe-connections";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { TestFilesForm, TestMailForm } from "./connection-test-form";

type ConnectionsCardProps = {
  locale: Locale;
  connections: Connections;
  testMail: FormAction<{ to: string }>;
  testFiles: FormAction<{ path: string; bytes: number }>;
};

/** What this installation is connected to, and a try of what could fail unseen. */
export function ConnectionsCard({ locale, connections, testMail, testFiles }: ConnectionsCardProps) {
  const words = getCatalog(locale).team.connections;
  const { database, kv, model, mail, files } = connections;
  return (
    <Card title={words.title} description={words.description} isFlush>
      <dl className="divide-y divide-line">
        <Row term={words.database}>{words.databases[database]}</Row>
        <Row term={words.kv}>{words.kvs[kv]}</Row>
        <Row term={words.model}>{model === null ? words.noModel : <span translate="no">{model}</span>}</Row>
        <Row term={words.mail} action={mail !== null && <TestMailForm action={testMail} />}>
          {mail === null ? words.noMail : words.mailFrom(mail)}
        </Row>
        <Row term={words.files} action={<TestFilesForm action={testFiles} />}>
          {words.fileStores[files]}
        </Row>
      </dl>
    </Card>
  );
}

function Row({ term, action, children }: { term: string; action?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[8rem_minmax(0,1fr)] sm:px-6">
      <dt className="font-medium">{term}</dt>
      <dd className="flex min-w-0 flex-col items-start gap-3">
        <span className="max-w-full text-ink-soft wrap-anywhere">{children}</span>
        {action}
      </dd>
    </div>
  );
}
