import type { Screen } from "./screen";
import { submit } from "./submit";

/** Signing in and up, invitations, and passwords that were forgotten. */
export const authScreens: readonly Screen[] = [
  { name: "sign-in", file: "app/(auth)/sign-in/page.tsx", viewer: "nobody", path: () => "/sign-in" },
  {
    name: "sign-in-notice",
    file: "app/(auth)/sign-in/page.tsx",
    viewer: "nobody",
    path: () => "/sign-in?notice=password_changed",
  },
  {
    name: "sign-in-error",
    file: "app/(auth)/sign-in/page.tsx",
    viewer: "nobody",
    path: () => "/sign-in",
    act: async (page, words) => {
      await page.locator("input[name=email]").fill("nobody@example.com");
      await page.locator("input[name=password]").fill("not the password");
      await submit(page, words.auth.signIn.submit);
      await page.getByRole("main").getByRole("alert").waitFor();
    },
  },
  { name: "sign-up", file: "app/(auth)/sign-up/page.tsx", viewer: "nobody", path: () => "/sign-up" },
  {
    name: "sign-up-error",
    file: "app/(auth)/sign-up/page.tsx",
    viewer: "nobody",
    path: () => "/sign-up",
    act: async (page, words) => {
      await page.locator("input[name=password]").fill("1234");
      await submit(page, words.auth.signUp.submit);
      await page.locator("[aria-invalid=true]").first().waitFor();
    },
  },
  {
    name: "invite",
    file: "app/(auth)/invite/[token]/page.tsx",
    viewer: "nobody",
    path: ({ invite }) => invite,
  },
  {
    name: "invite-other-account",
    file: "app/(auth)/invite/[token]/page.tsx",
    viewer: "agent",
    path: ({ invite }) => invite,
  },
  {
    name: "invite-over",
    file: "app/(auth)/invite/[token]/page.tsx",
    viewer: "nobody",
    path: () => "/invite/none",
  },
  { name: "reset", file: "app/(auth)/reset/[token]/page.tsx", viewer: "nobody", path: ({ reset }) => reset },
  {
    name: "reset-over",
    file: "app/(auth)/reset/[token]/page.tsx",
    viewer: "nobody",
    path: () => "/reset/none",
  },
  { name: "forgot", file: "app/(auth)/forgot/page.tsx", viewer: "nobody", path: () => "/forgot" },
];
