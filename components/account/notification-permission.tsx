"use client";

import { useState, useSyncExternalStore } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";

/** Whether this browser may show notifications, and the button that asks it. */
export function NotificationPermission() {
  const words = useDashboardCatalog().account.alerts;
  const [answer, setAnswer] = useState<NotificationPermission | null>(null);
  const known = useSyncExternalStore(subscribe, readPermission, () => null);
  const permission = answer ?? known;
  const help = {
    default: words.notificationHelp,
    granted: words.notificationOn,
    denied: words.notificationDenied,
    missing: words.notificationMissing,
  }[permission ?? "default"];
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="flex min-w-0 flex-1 basis-60 flex-col gap-1">
        <span className="font-medium">{words.notification}</span>
        <p role="status" className="text-sm text-ink-soft">
          {help}
        </p>
      </div>
      {permission === "default" && (
        <Button variant="secondary" onClick={async () => setAnswer(await Notification.requestPermission())}>
          {words.allowNotification}
        </Button>
      )}
    </div>
  );
}

function readPermission(): NotificationPermission | "missing" {
  return "Notification" in window && window.isSecureContext ? Notification.permission : "missing";
}

/** Somebody may change it in the browser's own settings meanwhile. */
function subscribe(onChange: () => void): () => void {
  window.addEventListener("focus", onChange);
  return () => window.removeEventListener("focus", onChange);
}
