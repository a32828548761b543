"use client";

import { MessagePage } from "@/components/shell/message-page";
import { Button } from "@/components/ui/button/button";
import { failed as english } from "@/lib/i18n/catalog/en/failed";
import { failed as chinese } from "@/lib/i18n/catalog/zh-TW/failed";
import { defaultLocale } from "@/lib/i18n/locale";
import { errorDigest } from "./error-digest";
import "./globals.css";

/**
 * Stands in for the root layout when that fails; what it knows of the request is nothing, so it speaks both languages.
 */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
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
              {chinese.retry} · <span lang="en">{english.retry}</span>
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
