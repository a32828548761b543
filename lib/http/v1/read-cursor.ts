import { AppError } from "@/lib/errors";
import { isId } from "@/lib/id-input";

/** A place in a list, `<time>.<id>`. Throws AppError `invalid_input` (`cursor_malformed`). */
export function readPlace(cursor: string | undefined): { at: number; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [at = "", id = "", ...rest] = cursor.slice(0, 100).split(".");
  if (!/^\d{1,15}$/.test(at) || !isId(id) || rest.length > 0) throw malformed();
  return { at: Number(at), id };
}

/** A place in a list that goes by id alone. Throws as `readPlace` does. */
export function readIdCursor(cursor: string | undefined): string | undefined {
  if (cursor !== undefined && !isId(cursor)) throw malformed();
  return cursor;
}

function malformed(): AppError {
  return new AppError("invalid_input", "no cursor of ours", { reason: "cursor_malformed" });
}
