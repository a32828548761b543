import type { Server } from "node:http";
import type { Socket } from "node:net";
import { clientSubject } from "@/lib/http/client-ip";
import { OpenCounter } from "./open-counter";

/** One that is too many has so long to ask for something and hear why it gets nothing. */
const graceMs = 5_000;

export type ConnectionLimits = {
  /** Connections that one address may have. */
  ceiling: number;
  /** Whose connections are not counted. */
  isExempt: (address: string) => boolean;
};

/**
 * Counts connections by address from now on. Past the ceiling a connection's first request is refused (`isOneTooMany`),
 * and past twice the ceiling it is closed at once.
 */
export function limitConnections(server: Server, { ceiling, isExempt }: ConnectionLimits): void {
  const served = new OpenCounter(ceiling);
  const refused = new OpenCounter(ceiling);
  server.on("connection", (socket) => {
    const address = clientSubject({ remoteAddress: socket.remoteAddress, forwardedFor: undefined }, 0);
    if (isExempt(address)) return;
    if (served.open(address)) return void socket.once("close", () => served.close(address));
    if (!refused.open(address)) return void socket.destroy();
    tooMany.add(socket);
    const timer = setTimeout(() => socket.destroy(), graceMs);
    socket.once("close", () => {
      clearTimeout(timer);
      refused.close(address);
    });
  });
}

/** Whether a connection was one too many of its address: its requests get a 429. */
export function isOneTooMany(socket: Socket): boolean {
  return tooMany.has(socket);
}

const tooMany = new WeakSet<Socket>();
