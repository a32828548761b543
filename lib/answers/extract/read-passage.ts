import { readText } from "@/lib/language/markup/read-text";
import { keepPerPassage } from "./keep-per-passage";

/** A passage as its readers see it and as a chat says it; offsets are those of the stored text. */
export const readPassage = keepPerPassage(({ text, start, end }) => readText(text, start, end));
