"use client";

import { ButtonLink } from "@/components/ui/button/button-link";
import { useCatalog } from "@/components/ui/words/use-catalog";
import { paths } from "@/lib/paths";
import { Message } from "./message";

// Drawn by the browser's own code: every page carries them for when they are wanted, and so as a name only.

/** In the place of a thing that was deleted, or is another team's. */
export function NotFoundMessage({ home }: { home: string }) {
  const { notFound, bots, chats } = useCatalog().shell;
  return (
    <Message
      title={notFound.title}
      description={notFound.description}
      action={
        <ButtonLink href={home} variant="primary">
          {notFound.backTo(home === paths.bots ? bots : chats)}
        </ButtonLink>
      }
    />
  );
}

/** In the place of what the role may not see. */
export function ForbiddenMessage() {
  const { title, description, action } = useCatalog().shell.forbidden;
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
