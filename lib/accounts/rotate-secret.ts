import { env } from "@/lib/env";
import { rotateSecretFile } from "@/lib/identity/secret";
import { sessionLifetimeMs } from "./sessions/session-lifetime";

/**
 * Seals sessions with a new secret from now on. Sessions of the former one stay valid for as long as a session lasts
 * unused, and are sealed anew when they are used; with `isForgetting` they end at once. Throws when the environment
 * gives the secret.
 */
export async function rotateSecret({ isForgetting }: { isForgetting: boolean }): Promise<void> {
  const { NEXTAUTH_SECRET, dataDir } = env();
  if (NEXTAUTH_SECRET)
    throw new Error(
      "NEXTAUTH_SECRET gives the secret here: put its value into NEXTAUTH_SECRET_OLD, a new one into NEXTAUTH_SECRET, and start again. 30 days later NEXTAUTH_SECRET_OLD can go.",
    );
  await rotateSecretFile(dataDir, isForgetting ? 0 : sessionLifetimeMs);
}
