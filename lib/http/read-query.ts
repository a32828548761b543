import { AppError } from "@/lib/errors";

/**
 * A request's query by names; of a name that stands there twice the first counts, and what isn't asked for is ignored.
 * Throws AppError `invalid_input` naming the parameter that holds NUL, which no text of ours does.
 */
export function readQuery<Name extends string>(
  request: Pick<Request, "url">,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const { searchParams } = new URL(request.url);
  const query: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = searchParams.get(name);
    if (value === null) continue;
    if (value.includes("\0"))
      throw new AppError("invalid_input", "NUL in the query", { fields: { [name]: { fault: "invalid" } } });
    query[name] = value;
  }
  return query;
}
