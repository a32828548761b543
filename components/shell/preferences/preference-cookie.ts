const yearInSeconds = 365 * 24 * 60 * 60;

/** How the cookies of language and theme are kept. */
export const preferenceCookie = {
  path: "/",
  maxAge: yearInSeconds,
  sameSite: "lax",
  httpOnly: true,
} as const;
