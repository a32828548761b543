/** A browser that signed in to an account before, as the cookie says that it keeps of it. */
export type KnownBrowser = {
  /** Its own, new at each sign-in. */
  id: string;
  userId: string;
  /** Of the password then: another one makes the cookie worth nothing. */
  passwordMark: string;
};
