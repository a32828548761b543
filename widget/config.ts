import type { WidgetConfig } from "@/lib/contract/config-fields";
import { isRecord } from "./json";

export type Config = WidgetConfig;

/** What a server that knows fewer fields leaves out, where nothing won't do. */
const defaults = { suggestions: [], show_sources: true, offset: [] } satisfies Partial<Config>;

/** Reads a config from our server or our storage; null where there is none. */
export function readConfig(value: unknown): Config | null {
  const config: unknown = isRecord(value) && { ...defaults, ...value };
  return isConfig(config) ? config : null;
}

/** Ours as soon as it has the first of its fields: it comes from our own server, or from our own entry in storage. */
function isConfig(value: unknown): value is Config {
  return isRecord(value) && typeof value.primary_color === "string" && Array.isArray(value.suggestions);
}
