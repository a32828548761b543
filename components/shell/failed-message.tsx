"use client";

import { Button } from "@/components/ui/button/button";
import { useCatalog } from "@/components/ui/words/use-catalog";
import { Message } from "./message";

type FailedMessageProps = {
  /** The code under which the server logged the error. */
  reference: string | undefined;
  retry: () => void;
};

/** In the place of a page whose own code failed. */
export function FailedMessage({ reference, retry }: FailedMessageProps) {
  const words = useCatalog().shell.failed;
  return (
    <Message
      title={words.title}
      description={words.description}
      action={
        <Button variant="primary" onClick={retry}>
          {words.retry}
        </Button>
      }
      note={reference && words.reference(reference)}
    />
  );
}
