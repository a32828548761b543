import { Prisma } from "@/lib/db/generated/client";
import { fold } from "@/lib/language/words/fold";

/**
 * Whether row `m` of messages holds the text, compared folded; one of an earlier release is compared as it is until it
 * has been folded.
 */
export function isSaid(text: string): Prisma.Sql {
  const asIs = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`CASE WHEN m.folded IS NULL THEN array_to_string(m.bubbles, ' ') ILIKE ${asIs}
    ELSE strpos(m.folded, ${fold(text).trim()}) > 0 END`;
}
