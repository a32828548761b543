import { isRecord, textOf } from "./json";

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
  suggestions: string[];
  show_sources: boolean;
}

/** Reads a config from the server or from storage; what is missing or of a wrong type is empty. */
export function readConfig(value: unknown): Config | null {
  if (!isRecord(value)) return null;
  const { suggestions } = value;
  return {
    primary_color: textOf(value.primary_color),
    position: /^[bt][lr]$/.exec(textOf(value.position))?.[0] ?? "br",
    bot_name: textOf(value.bot_name),
    avatar_url: textOf(value.avatar_url),
    welcome: textOf(value.welcome),
    placeholder: textOf(value.placeholder),
    enabled: value.enabled !== false,
    locale: textOf(value.locale),
    theme: textOf(value.theme),
    suggestions: Array.isArray(suggestions) ? suggestions.map(textOf).filter(Boolean).slice(0, 6) : [],
    show_sources: value.show_sources !== false,
  };
}
