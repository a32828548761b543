export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The JSON object in the text, or an empty one. */
export function readJson(text: string | null | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** The JSON text of a value. Old libraries give arrays a `toJSON` of their own, which writes them as strings. */
export function toJson(value: unknown): string {
  const taken: (() => void)[] = [];
  for (const prototype of [Array.prototype, Object.prototype, String.prototype]) {
    const own = Object.getOwnPropertyDescriptor(prototype, "toJSON");
    if (!own || !Reflect.deleteProperty(prototype, "toJSON")) continue;
    taken.push(() => Object.defineProperty(prototype, "toJSON", own));
  }
  try {
    return JSON.stringify(value);
  } finally {
    for (const giveBack of taken) giveBack();
  }
}
