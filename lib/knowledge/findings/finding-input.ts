import { z } from "zod";
import { idInput } from "@/lib/id-input";

/** Which finding of which bot. */
export const findingInput = z.strictObject({
  botId: idInput,
  key: z.string("required").regex(/^[0-9a-f]{64}$/, "invalid"),
});
export type FindingInput = z.output<typeof findingInput>;
