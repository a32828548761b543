import type { BrowserContext } from "@playwright/test";

type Cookies = Awaited<ReturnType<BrowserContext["storageState"]>>["cookies"];

/** What a browser has to hold so that it sends that `Cookie` header to the server. */
export function toCookies(header: string, baseUrl: string): Cookies {
  return header.split("; ").map((pair) => {
    const [, name = "", value = ""] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
    const { hostname } = new URL(baseUrl);
    return {
      ...{ name, value, domain: hostname, path: "/", expires: -1 },
      ...{ httpOnly: true, secure: false, sameSite: "Lax" },
    };
  });
}
