import { type BotConfig, configFields, type WidgetConfig } from "./config-fields";

/** A bot's config under the contract's names: the list names them, and the type is made from the list. */
export function toWidgetConfig(config: BotConfig): WidgetConfig {
  const names = Object.keys(configFields) as (keyof BotConfig)[];
  return Object.fromEntries(names.map((name) => [configFields[name].wire, config[name]])) as WidgetConfig;
}
