import { isRecord } from "./json";

export interface Config {
  primary_color: string;
  /** "br", "bl", "tr" or "tl". */
  position: string;
  bot_name: string;
  avatar_url: string;
  welcome: string;
  placeholder: string;
  enabled: boolean;
  locale: string;
  theme: string;
  suggestions: unknown[];
  show_sources: boolean;
  /** Whether a visitor may ask for a person. */
  person: boolean;
  /** Days after which a conversation without activity is forgotten; null for never. */
  retention_days: number | null;
}

/** A server may know fewer fields than this. */
const defaults = {
  locale: "",
  theme: "",
  suggestions: [],
  show_sources: true,
  person: false,
  retention_days: null,
};

/** Reads a config from our server or our storage; null where there is none. */
export function readConfig(value: unknown): Config | null {
  const config: unknown = isRecord(value) && { ...defaults, ...value };
  return isConfig(config) ? config : null;
}

/** Ours as soon as it has the first of its fields: it comes from our own server, or from our own entry in storage. */
function isConfig(value: unknown): value is Config {
  return isRecord(value) && typeof value.primary_color === "string" && Array.isArray(value.suggestions);
}
