import { type V1Endpoint, type V1Name, v1Endpoints, v1Names } from "./endpoints";

export type Matched = {
  /** The endpoints of the address, by their methods. */
  byMethod: ReadonlyMap<string, V1Name>;
  params: Record<string, string>;
};

/** The endpoints at a path below `/api/v1`, with the values in it as they were meant; null where nothing is. */
export function matchEndpoint(pathname: string): Matched | null {
  const given = pathname.split("/");
  for (const [path, byMethod] of templates()) {
    const params = readParams(path.split("/"), given);
    if (params) return { byMethod, params };
  }
  return null;
}

function readParams(wanted: readonly string[], given: readonly string[]): Record<string, string> | null {
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? "";
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) {
      if (part !== value) return null;
      continue;
    }
    const decoded = decode(value);
    if (decoded === null || decoded === "") return null;
    params[name] = decoded;
  }
  return params;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

let known: Map<string, Map<string, V1Name>> | undefined;

function templates(): Map<string, Map<string, V1Name>> {
  if (known) return known;
  known = new Map();
  for (const name of v1Names) {
    const { path, method }: V1Endpoint = v1Endpoints[name];
    const byMethod = known.get(path) ?? new Map<string, V1Name>();
    known.set(path, byMethod.set(method, name));
  }
  return known;
}
