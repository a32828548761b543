"use client";

import { FailedMessage } from "@/components/shell/failed-message";
import { errorDigest } from "./error-digest";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main>
      <FailedMessage reference={errorDigest(error)} retry={retry} />
    </main>
  );
}
