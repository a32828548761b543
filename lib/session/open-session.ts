import { runNextAuthAction } from "./next-auth-action";
import { fromSignInError } from "./sign-in-error";

type Credentials = { email: string; password: string; inviteToken?: string };

/** Signs the browser of this server action in. Throws the AppError that `signIn` of lib/accounts threw. */
export async function openSession({ email, password, inviteToken = "" }: Credentials): Promise<void> {
  const error = await runNextAuthAction(["callback", "credentials"], { email, password, inviteToken });
  if (error !== null) throw fromSignInError(error);
}
