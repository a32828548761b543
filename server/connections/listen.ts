import type { Server } from "node:http";
import type { Env } from "@/lib/env";
import { errorCode } from "@/server/start/error-code";
import { StartError } from "@/server/start/start-error";

/** Binds the server to `HOST` and `PORT` and gives the port it got. Throws StartError. */
export async function listen(server: Server, { HOST, PORT }: Pick<Env, "HOST" | "PORT">): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ port: PORT, host: HOST, backlog: 1024 }, () => {
        server.off("error", reject);
        resolve();
      });
    });
  } catch (error) {
    throw new StartError(explain(errorCode(error), HOST, PORT));
  }
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : PORT;
}

function explain(code: string, host: string, port: number): string {
  if (code === "EADDRINUSE")
    return `Port ${port} on ${host} is taken by another program: stop it, or choose another port (PORT=${port + 1}).`;
  if (code === "EACCES")
    return `This user may not listen on port ${port}: choose one from 1024 up (PORT=3000).`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN")
    return `HOST=${host} is no address of this machine: use 127.0.0.1 for this machine only, or 0.0.0.0 for all its networks.`;
  return `Can't listen on ${host}:${port} (${code || "unknown reason"}).`;
}
