import "next-auth";
import "next-auth/jwt";

declare module "next-auth" {
  interface User {
    /** The session row that `authorize` made. */
    sessionId: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    /** All that a token carries of ours: the id of a session row. */
    sid?: string;
  }
}
