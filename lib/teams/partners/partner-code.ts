import { z } from "zod";

/** What stands in a partner's link, `/?ref=lin-studio`. */
export const partnerCode = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])$/);

/** The query of the link. */
export const partnerQuery = "ref";

/** The cookie that keeps a partner's code until somebody signs up, and for how long, in seconds. */
export const partnerCookie = { name: "dawen.ref", seconds: 60 * 24 * 3600 } as const;
