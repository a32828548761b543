import { z } from "zod";

export const botIdInput = z.strictObject({ botId: z.string("required") });
export type BotIdInput = z.output<typeof botIdInput>;
