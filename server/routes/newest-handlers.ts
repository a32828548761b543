import { stat } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { WidgetHandlers } from "@/lib/http/widget/endpoints/widget-handlers";
import { fileVersion } from "./file-version";

type Loaded = { version: string; module: Promise<{ widgetHandlers: WidgetHandlers }> };

/** In development: the widget's handlers as the file has them now; scripts/dev.mjs makes it anew when lib/ changes. */
export function newestHandlers(file: string): () => Promise<WidgetHandlers> {
  let loaded: Loaded | undefined;
  let loads = 0;
  return async () => {
    const version = fileVersion(await stat(file));
    if (loaded?.version !== version) {
      loads += 1;
      loaded = { version, module: import(`${pathToFileURL(file).href}?load=${loads}`) };
    }
    return (await loaded.module).widgetHandlers;
  };
}
