import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Ctx } from "@/lib/context";
import { setPinnedWidget } from "@/lib/http/widget/pinned-widget";
import { integrityOf, isVersionedName, pinnedWidgetName } from "./widget-file-name";

/**
 * Keeps the widget's scripts of this build for good: the start script by its versioned name, and the files it loads
 * later that have one. Pages that pin a version, and pages that loaded an older start script, find them after an
 * upgrade.
 */
export async function archiveWidgetFiles({ db }: Pick<Ctx, "db">, publicDir: string): Promise<void> {
  const start = await readFile(path.join(publicDir, "widget.js"));
  const pinned = pinnedWidgetName(start);
  const names = await readdir(path.join(publicDir, "widget")).catch(() => []);
  const later = await Promise.all(
    names
      .filter(isVersionedName)
      .map(async (name) => ({ name, content: await readFile(path.join(publicDir, "widget", name)) })),
  );
  await db.widgetFile.createMany({
    data: [{ name: pinned, content: start }, ...later].map(({ name, content }) => ({
      name,
      content: new Uint8Array(content),
    })),
    skipDuplicates: true,
  });
  setPinnedWidget({ name: pinned, integrity: integrityOf(start) });
}
