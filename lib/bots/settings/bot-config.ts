import {
  type BotConfig,
  type BotLook,
  type ConfigField,
  configFields,
  type LookName,
  lookFields,
  mapFields,
} from "@/lib/contract/config-fields";

/** As the database holds it: of a choice any text. */
type Stored<Config> = { [Name in keyof Config]: Config[Name] extends string ? string : Config[Name] };

/** Prisma's select of a bot's config. */
export const configColumns = mapFields<Record<keyof BotConfig, true>>(configFields, () => true);

/** The config that a bot's row holds, and nothing else of it. */
export function toBotConfig(bot: Stored<BotConfig>): BotConfig {
  return mapFields<BotConfig>(configFields, (field, name) => read(field, bot[name]));
}

/** What the form of a bot's looks edits. */
export function toBotLook(bot: Stored<BotLook>): BotLook {
  return mapFields<BotLook>(lookFields, (field, name: LookName) => read(field, bot[name]));
}

function read<T>(field: ConfigField, stored: T): T | string {
  if (field.kind !== "choice") return stored;
  return field.choices.find((choice) => choice === stored) ?? field.choices[0] ?? "";
}
