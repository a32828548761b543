import { stat } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { WidgetHandlers } from "@/lib/http/widget/endpoints/widget-handlers";

type Loaded = { changedAt: number; module: Promise<{ widgetHandlers: WidgetHandlers }> };

/** In development: the widget's handlers as the file has them now; scripts/dev.mjs makes it anew when lib/ changes. */
export function newestHandlers(file: string): () => Promise<WidgetHandlers> {
  let loaded: Loaded | undefined;
  return async () => {
    const { mtimeMs: changedAt } = await stat(file);
    if (loaded?.changedAt !== changedAt)
      loaded = { changedAt, module: import(`${pathToFileURL(file).href}?changed=${changedAt}`) };
    return (await loaded.module).widgetHandlers;
  };
}
