import type { FeedbackRequest } from "@/lib/contract/feedback";
import { type Config, readConfig } from "./config";
import { readJson, toJson } from "./json";

/** What the server takes at once, besides the token. */
interface Posts {
  ping: Record<string, never>;
  typing: Record<string, never>;
  feedback: Omit<FeedbackRequest, "token">;
  contact: Record<string, unknown>;
}

export interface Api {
  /** The address of one of the server's widget endpoints. */
  url(path: string): string;
  /** "gone" when the server does not know the token, "failed" when there is no telling. Never rejects. */
  getConfig(): Promise<Config | "gone" | "failed">;
  /** What the server says to it; nothing when it was not reached. Never rejects. */
  post<Path extends keyof Posts>(
    path: Path,
    body: Posts[Path],
    headers?: Record<string, string>,
  ): Promise<Record<string, unknown>>;
}

export function createApi(origin: string, token: string): Api {
  const url = (path: string) => `${origin}/api/widget/${path}`;
  return {
    url,
    async getConfig() {
      try {
        const response = await fetch(url(`config?token=${token}`), { credentials: "omit" });
        const body = readJson(await response.text());
        // A proxy in front of the server has a 404 of its own for a while.
        if (response.status === 404 && body.success === false) return "gone";
        return (response.ok && readConfig(body.config)) || "failed";
      } catch {
        return "failed";
      }
    },
    async post(path, body, headers) {
      try {
        // A plain-text body is a simple request: no preflight, unless there are headers, which outlive no page.
        const response = await fetch(url(path), {
          method: "POST",
          body: toJson({ token, ...body }),
          headers,
          credentials: "omit",
          keepalive: !headers,
        });
        return readJson(await response.text());
      } catch {
        return {};
      }
    },
  };
}
