import { z } from "zod";
import { countCodePoints } from "@/lib/language/clean-text";
import { lengthFault } from "@/lib/language/length-fault";

/**
 * Empty, or the address of something on the web by one of the protocols (`https:`), without a name or password in it,
 * at most
 * `max` code points in its normal form, which holds no quotes, spaces or control characters. Faults: `required`,
 * `invalid_url`, `too_long`.
 */
export function addressInput(max: number, protocols: readonly string[]) {
  return z
    .string("required")
    .trim()
    .transform((text, context) => {
      if (text === "") return "";
      const url = URL.parse(text.toWellFormed());
      const isPlain = url && protocols.includes(url.protocol) && url.username === "" && url.password === "";
      if (isPlain && countCodePoints(url.href) <= max) return url.href;
      const message = isPlain ? lengthFault("too_long", max, url.href) : "invalid_url";
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });
}
