import { cookies } from "next/headers";
import { signOut } from "@/lib/accounts/sessions/sign-out";
import { getContext } from "@/lib/context";
import { toFailure } from "@/lib/to-failure";
import { runNextAuthAction } from "./next-auth-action";
import { readSessionId, sessionCookieName } from "./session-cookie";

/**
 * Signs the browser of this server action out: its session row ends and its cookie goes. The cookie goes in any case;
 * false where the row could not be ended, and lasts until it expires.
 */
export async function closeSession(): Promise<boolean> {
  const isEnded = await endSession();
  await runNextAuthAction(["signout"], {});
  return isEnded;
}

/** next-auth does the same as its event, but keeps to itself whether it went well. */
async function endSession(): Promise<boolean> {
  try {
    const id = await readSessionId((await cookies()).get(sessionCookieName())?.value);
    if (id) await signOut(await getContext(), id);
    return true;
  } catch (error) {
    toFailure(error, "a session was not ended");
    return false;
  }
}
