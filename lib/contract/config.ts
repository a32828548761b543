import { z } from "zod";
import { type ConfigField, configFields, isPixels, type WidgetConfig } from "./config-fields";
import { type Hours, hours } from "./hours";

const shape: Record<string, z.ZodType> = Object.fromEntries(
  Object.values(configFields).map((field) => [field.wire, schemaOf(field)]),
);

/** A bot's config as it is served: every field, the staff's hours (null where there are none), and no other. */
export const widgetConfig = z.strictObject({ ...shape, hours: hours.nullable() });

export const configResponse = z.strictObject({ success: z.literal(true), config: widgetConfig });
export type ConfigResponse = { success: true; config: WidgetConfig & { hours: Hours | null } };

function schemaOf(field: ConfigField): z.ZodType {
  switch (field.kind) {
    case "switch":
      return z.boolean();
    case "color":
      return z.string().regex(/^#[0-9a-f]{6}$/);
    case "line":
    case "text":
      return textUpTo(field.max).min(1);
    case "image":
      return z.union([z.literal(""), textUpTo(field.max).regex(/^https:\/\//)]);
    case "lines":
      return z.array(textUpTo(field.max).min(1)).max(field.count);
    case "choice":
      return z.enum(field.choices);
    case "pixels":
      return z.array(z.int().min(0).max(field.max)).refine((numbers) => isPixels(field, numbers));
    case "days":
      return z.literal([...field.choices, null]);
  }
}

function textUpTo(max: number) {
  return z.string().refine((text) => [...text].length <= max);
}
