"use client";

import { MessagePage } from "@/components/shell/message-page";
import { Button } from "@/components/ui/button/button";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { defaultLocale } from "@/lib/i18n/locale";
import { errorDigest } from "./error-digest";
import "./globals.css";

/** Stands in for the root layout when that fails; what it knows of the request is nothing, so it speaks both languages. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const chinese = getCatalog("zh-TW").shell.failed;
  const english = getCatalog("en").shell.failed;
  const digest = errorDigest(error);
  return (
    <html lang={defaultLocale}>
      <body>
        <title>{chinese.title}</title>
        <MessagePage
          title={chinese.title}
          description={chinese.description}
          action={
            <Button variant="primary" onClick={retry}>
              {getCatalog("zh-TW").common.retry} · <span lang="en">{getCatalog("en").common.retry}</span>
            </Button>
          }
          note={
            <span lang="en">
              {english.title}. {english.description} {digest && english.reference(digest)}
            </span>
          }
        />
      </body>
    </html>
  );
}
