import { z } from "zod";
import { countedFault } from "@/lib/field-faults";
import { countCodePoints } from "@/lib/language/clean-text";
import { lengthFault } from "@/lib/language/length-fault";
import { lineInput, textInput } from "@/lib/language/text-input";
import { suggestionLimits, widgetLocales, widgetThemes } from "./widget-choices";

/** Longest values in Unicode code points, and the most bots a team may have. */
export const botLimits = {
  name: 60,
  botName: 40,
  avatarUrl: 500,
  welcome: 300,
  placeholder: 60,
  botsInTeam: 50,
} as const;

export const botNameInput = lineInput(botLimits.name);

/** The widget's config fields but `enabled`. Faults: `required`, `too_long`, `invalid_…`. */
export const botConfigFields = {
  primaryColor: z
    .string("required")
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, "invalid_color"),
  position: z.enum(["br", "bl", "tr", "tl"], "invalid_position"),
  botName: lineInput(botLimits.botName),
  avatarUrl: z.string("required").trim().transform(parseAvatarUrl),
  welcome: textInput(botLimits.welcome),
  placeholder: lineInput(botLimits.placeholder),
  locale: z.enum(["", ...widgetLocales], "invalid_choice"),
  theme: z.enum(widgetThemes, "invalid_choice"),
  suggestions: z
    .array(lineInput(suggestionLimits.length, "suggestion_too_long"), "invalid")
    .transform((questions) => [...new Set(questions)])
    .refine((questions) => questions.length <= suggestionLimits.count, {
      error: ({ input }) =>
        countedFault("too_many_suggestions", suggestionLimits.count, [input].flat().length),
    }),
  showSources: z.boolean("invalid"),
};

/** Empty, or an `https:` URL in its normal form, which holds no quotes, spaces or control characters. */
function parseAvatarUrl(text: string, ctx: z.RefinementCtx<string>): string {
  if (text === "") return "";
  const url = URL.parse(text.toWellFormed());
  const isPlainHttps = url?.protocol === "https:" && url.username === "" && url.password === "";
  if (!isPlainHttps || countCodePoints(url.href) > botLimits.avatarUrl) {
    const message = isPlainHttps ? lengthFault("too_long", botLimits.avatarUrl, url.href) : "invalid_url";
    ctx.addIssue({ code: "custom", message });
    return z.NEVER;
  }
  return url.href;
}
