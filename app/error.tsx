"use client";

import { MessagePage } from "@/components/shell/message-page";
import { Button } from "@/components/ui/button";
import { useCatalog } from "@/components/ui/use-catalog";
import { errorDigest } from "./error-digest";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const words = useCatalog().shell.failed;
  const digest = errorDigest(error);
  return (
    <MessagePage
      title={words.title}
      description={words.description}
      action={
        <Button variant="primary" onClick={retry}>
          {words.action}
        </Button>
      }
      note={digest && words.reference(digest)}
    />
  );
}
