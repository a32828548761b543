"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { useAction } from "./use-action";

type PlainFormProps = {
  action: (form: FormData) => Promise<void>;
  className?: string;
  children: ReactNode;
};

/** A form whose action gives no answer. It works without scripts; with them a broken line is said in a toast. */
export function PlainForm({ action, className, children }: PlainFormProps) {
  const run = useAction();
  const isInBrowser = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const runSafely = async (form: FormData) => {
    await run(async () => {
      await action(form);
      return { status: "idle" };
    }, form);
  };
  return (
    <form action={isInBrowser ? runSafely : action} className={className}>
      {children}
    </form>
  );
}
