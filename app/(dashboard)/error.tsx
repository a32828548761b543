"use client";

import { FailedMessage } from "@/components/shell/failed-message";
import { errorDigest } from "../error-digest";

/** Inside the frame, so that the way to the other pages stays. */
export default function DashboardError({ error, retry }: { error: unknown; retry: () => void }) {
  return <FailedMessage reference={errorDigest(error)} retry={retry} />;
}
