"use client";

import { Fragment, type ReactNode, useState } from "react";

type FreshStartProps = {
  /** Each new value starts what is inside anew; undefined, as after a flag has left the address, keeps it. */
  by: string | undefined;
  children: ReactNode;
};

export function FreshStart({ by, children }: FreshStartProps) {
  const [last, setLast] = useState(by);
  if (by !== undefined && by !== last) setLast(by);
  return <Fragment key={last}>{children}</Fragment>;
}
