/**
 * A field of a bot's config: its name in the widget's contract, and what it may hold. Lengths are in code points. Of
 * choices the first stands for anything else that is stored; `fault` is what a form says of another one.
 */
export type ConfigField = { wire: string } & (
  | { kind: "switch" | "color" }
  | { kind: "line" | "text" | "image"; max: number }
  | { kind: "lines"; count: number; max: number }
  | { kind: "choice"; choices: readonly string[]; fault: "invalid_choice" | "invalid_position" }
  | { kind: "days"; choices: readonly number[] }
  /** Whole numbers from 0 to `max`, as many as one of the counts. */
  | { kind: "pixels"; counts: readonly number[]; max: number }
);

/** The languages the widget speaks by itself. */
export const widgetLocales = ["zh-TW", "zh-CN", "en", "ja"] as const;

/** What the form of a bot's looks edits, in its order. */
export const lookFields = {
  enabled: { wire: "enabled", kind: "switch" },
  botName: { wire: "bot_name", kind: "line", max: 40 },
  /** `#rrggbb` in lower case. */
  primaryColor: { wire: "primary_color", kind: "color" },
  position: {
    wire: "position",
    kind: "choice",
    choices: ["br", "bl", "tr", "tl"],
    fault: "invalid_position",
  },
  /** From the side and from the top or bottom of the corner; then both on phones, where they differ. */
  offset: { wire: "offset", kind: "pixels", counts: [2, 4], max: 400 },
  theme: { wire: "theme", kind: "choice", choices: ["auto", "light", "dark"], fault: "invalid_choice" },
  /** Of the widget's own words; "" follows the page. */
  locale: { wire: "locale", kind: "choice", choices: ["", ...widgetLocales], fault: "invalid_choice" },
  avatarUrl: { wire: "avatar_url", kind: "image", max: 500 },
  welcome: { wire: "welcome", kind: "text", max: 300 },
  placeholder: { wire: "placeholder", kind: "line", max: 60 },
  /** Questions that visitors can ask with one touch. */
  suggestions: { wire: "suggestions", kind: "lines", count: 4, max: 60 },
  showSources: { wire: "show_sources", kind: "switch" },
} as const satisfies Record<string, LookField>;

/**
 * The one list of a bot's config fields by their columns: what the database, the contract, the forms and the
 * preview have of them.
 */
export const configFields = {
  ...lookFields,
  /** Whether the visitor may ask for a person. */
  offersPerson: { wire: "person", kind: "switch" },
  /** Days without activity after which the server deletes a chat; null for never. */
  retentionDays: { wire: "retention_days", kind: "days", choices: [30, 90, 180, 365] },
} as const satisfies Record<string, ConfigField>;

type Fields = typeof configFields;

type Value<F extends ConfigField> = F extends { kind: "switch" }
  ? boolean
  : F extends { kind: "lines" }
    ? string[]
    : F extends { kind: "days" }
      ? number | null
      : F extends { kind: "pixels" }
        ? number[]
        : F extends { kind: "choice" }
          ? F["choices"][number]
          : string;

export type BotConfig = { -readonly [Name in keyof Fields]: Value<Fields[Name]> };
export type LookField = Exclude<ConfigField, { kind: "days" }>;
export type LookName = keyof typeof lookFields;
export type BotLook = Pick<BotConfig, LookName>;

/** The config as the widget gets it. */
export type WidgetConfig = { -readonly [Name in keyof Fields as Fields[Name]["wire"]]: Value<Fields[Name]> };

/** Whether a value is what a field of pixels may hold. */
export function isPixels(
  { counts, max }: { counts: readonly number[]; max: number },
  value: unknown,
): value is number[] {
  return (
    Array.isArray(value) &&
    counts.includes(value.length) &&
    value.every((number) => Number.isInteger(number) && number >= 0 && number <= max)
  );
}

/**
 * What `turn` makes of each of a list's fields, by the field's name. The caller answers for it that what it makes of a
 * field is what `Out` has there.
 */
export function mapFields<Out extends object, Field extends ConfigField = ConfigField>(
  fields: Record<keyof Out & string, Field>,
  turn: (field: Field, name: keyof Out & string) => Out[keyof Out],
): Out {
  const names = Object.keys(fields) as (keyof Out & string)[];
  return Object.fromEntries(names.map((name) => [name, turn(fields[name], name)])) as Out;
}
