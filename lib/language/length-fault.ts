import { type CountedFault, countedFault } from "@/lib/field-faults";
import { countCodePoints } from "./clean-text";

/** The fault of a text that is too long or too short, with the limit and its present length: `too_long:80:95`. */
export function lengthFault(fault: CountedFault, limit: number, text: unknown): string {
  return countedFault(fault, limit, typeof text === "string" ? countCodePoints(text) : 0);
}
