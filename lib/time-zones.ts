/** The time zones that people choose from. */
export const timeZones: readonly string[] = ["UTC", ...Intl.supportedValuesOf("timeZone")];

const known = new Set(timeZones);

export function isTimeZone(zone: string): boolean {
  return known.has(zone);
}
