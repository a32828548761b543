import { z } from "zod";

/** Reads an input of a schema whose every text is the one given. */
export function takes(schema: z.ZodType): (text: string) => unknown {
  return (text) => schema.safeParse(filled(schema, text));
}

function filled(schema: z.core.$ZodType, text: string): unknown {
  if (schema instanceof z.ZodObject) {
    return Object.fromEntries(Object.entries(schema.shape).map(([key, field]) => [key, filled(field, text)]));
  }
  if (schema instanceof z.ZodUnion) return filled(schema.options[0] ?? z.never(), text);
  if (schema instanceof z.ZodPipe) return filled(schema.in, text);
  return schema instanceof z.ZodArray ? [filled(schema.element, text)] : text;
}
