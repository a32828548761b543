import type { FeedbackRequest } from "@/lib/contract/feedback";
import { type Config, readConfig } from "./config";
import { readJson, toJson } from "./json";

/** What the server takes without a word, besides the token. */
interface Posts {
  ping: Record<string, never>;
  feedback: Omit<FeedbackRequest, "token">;
}

export interface Api {
  /** The address of one of the server's widget endpoints. */
  url(path: string): string;
  /** "gone" when the server does not know the token, "failed" when there is no telling. Never rejects. */
  getConfig(): Promise<Config | "gone" | "failed">;
  /** False when the server did not take it. Never rejects. */
  post<Path extends keyof Posts>(path: Path, body: Posts[Path]): Promise<boolean>;
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
    async post(path, body) {
      try {
        // A plain-text body is a simple request: no preflight.
        const response = await fetch(url(path), {
          method: "POST",
          body: toJson({ token, ...body }),
          credentials: "omit",
          keepalive: true,
        });
        // Read to its end, else the connection stays taken.
        await response.text();
        return response.ok;
      } catch {
        return false;
      }
    },
  };
}
