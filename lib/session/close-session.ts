import { runNextAuthAction } from "./next-auth-action";

/** Signs the browser of this server action out: its session row ends and its cookie goes. */
export async function closeSession(): Promise<void> {
  await runNextAuthAction(["signout"], {});
}
