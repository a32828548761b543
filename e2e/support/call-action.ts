import { readFileSync } from "node:fs";
import { z } from "zod";

const manifestSchema = z.object({
  node: z.record(
    z.string(),
    z.object({ exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
});

/** Stands for what a page's address names in brackets, such as `botId`. */
export type PageIds = Record<string, string>;

export type ActionCall = {
  form: Record<string, string>;
  headers?: Record<string, string>;
  /** Of the page that has the action. */
  ids?: PageIds;
};

export type ActionAnswer = {
  status: number;
  /** `done`, the code of a refusal, or the beginning of any other answer. */
  code: string;
  text: string;
  /** Where the action redirects to, as path and query. */
  location: string | null;
  /** Of the cookies that the answer sets, as a `Cookie` header. */
  cookie: string;
};

type Actions = ReadonlyMap<string, { id: string; page: string }>;
let built: Actions | undefined;

/** The built actions by name: the id a browser sends, and a page that has it. Read once: nothing builds meanwhile. */
export function readActions(): Actions {
  built ??= parseActions();
  return built;
}

function parseActions(): Actions {
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")),
  );
  return new Map(
    Object.entries(manifest.node).map(([id, { exportedName, workers }]) => {
      const page = Object.keys(workers)[0] ?? "";
      return [exportedName, { id, page }];
    }),
  );
}

/** Calls a server action as React's `useActionState` does: the state before, then the form. */
export async function callAction(
  baseUrl: string,
  name: string,
  { form, headers = {}, ids = {} }: ActionCall,
): Promise<ActionAnswer> {
  const action = readActions().get(name);
  if (!action) throw new Error(`the build has no action ${name}`);
  const body = new FormData();
  for (const [field, value] of Object.entries(form)) body.append(`_1_${field}`, value);
  body.append("0", JSON.stringify([{ status: "idle" }, "$K1"]));
  const response = await fetch(`${baseUrl}${addressOf(action.page, ids)}`, {
    method: "POST",
    headers: { origin: baseUrl, accept: "text/x-component", "next-action": action.id, ...headers },
    body,
    redirect: "manual",
  });
  const text = await response.text();
  const refusal = /\{"status":"error","code":"(\w+)"/.exec(text)?.[1];
  const code = refusal ?? (text.includes('{"status":"done"') ? "done" : text.slice(0, 80));
  return {
    status: response.status,
    code: response.status === 403 ? "forbidden" : code,
    text,
    location: response.headers.get("x-action-redirect")?.split(";")[0] ?? null,
    cookie: cookiesOf(response),
  };
}

/** The cookies that an answer sets, as the next request's `Cookie` header. */
export function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

function addressOf(page: string, ids: PageIds): string {
  return page
    .replaceAll(/^app|\/\([^)]+\)|\/page$/g, "")
    .replaceAll(/\[\[\.\.\.\w+\]\]/g, "")
    .replaceAll(/\[(\w+)\]/g, (_, name: string) => ids[name] ?? "x");
}
