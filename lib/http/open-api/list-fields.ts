import { z } from "zod";

export type FieldOf = { name: string; type: string; isRequired: boolean };

/** The fields of an object's schema as a reference lists them, each with its type in JSON's words. */
export function listFields(shape: Record<string, z.ZodType>): FieldOf[] {
  return Object.entries(shape).map(([name, schema]) => ({
    name,
    type: typeOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })),
    isRequired: !schema.safeParse(undefined).success,
  }));
}

function typeOf(json: z.core.JSONSchema.BaseSchema): string {
  if (json.const !== undefined) return JSON.stringify(json.const);
  if (json.enum) return json.enum.map((value) => JSON.stringify(value)).join(" | ");
  const parts = json.anyOf ?? json.oneOf;
  if (parts)
    return [...new Set(parts.map((part) => (typeof part === "object" ? typeOf(part) : "any")))].join(" | ");
  return Array.isArray(json.type) ? json.type.join(" | ") : (json.type ?? "any");
}
