import { rm, stat, unlink, writeFile } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { cannotUse } from "@/server/start/cannot-use";
import { errorCode } from "@/server/start/error-code";
import { StartError } from "@/server/start/start-error";
import {
  askControlSocket,
  connectControlSocket,
  controlSocketFile,
  listenOnControlSocket,
  type RunCommand,
  serveControlConnection,
} from "./control-socket";
import { protectDataDir } from "./protect-data-dir";

export type DataDirLock = {
  /** What the holder answers to `status`, so that a second start can say where the first one is. */
  setAddress: (address: string) => void;
  /** Says that this process is stopping, so that a start waits for it instead of being refused. */
  setStopping: () => void;
  /** From now on commands on the socket are answered by this. */
  setCommands: (run: RunCommand) => void;
  release: () => Promise<void>;
};

/**
 * Takes the data folder for this process, making it when it is missing. The lock is a listening socket in the folder:
 * it ends with the process however that dies, and a file left behind is known by refusing connections.
 * Throws StartError when the folder can't be written or another process holds it.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  await protectDataDir(dataDir);
  await requireWritable(dataDir);
  const connections = new Set<Socket>();
  let address = "";
  let isStopping = false;
  let runCommand: RunCommand = async (command) => {
    throw new Error(`${command}: the instance is still starting, try again in a moment`);
  };
  const server = createServer((socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
    serveControlConnection(socket, async (command, args) =>
      command === "status" ? { pid: process.pid, address, isStopping } : runCommand(command, args),
    );
  });
  server.unref();
  await listen(server, dataDir);
  return {
    setAddress: (value) => {
      address = value;
    },
    setStopping: () => {
      isStopping = true;
    },
    setCommands: (run) => {
      runCommand = run;
    },
    release: async () => {
      // Before it closes: afterwards the file may be the next holder's.
      await rm(controlSocketFile(dataDir), { force: true });
      for (const socket of connections) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(server: Server, dataDir: string): Promise<void> {
  try {
    return await listenOnControlSocket(server, dataDir);
  } catch (error) {
    if (errorCode(error) !== "EADDRINUSE") throw cannotUse(dataDir, error);
  }
  await refuseIfHeld(dataDir);
  await unlink(controlSocketFile(dataDir)).catch(() => {});
  await listenOnControlSocket(server, dataDir).catch(() => refuse(dataDir));
  // Two starts may have found the same leftover, and the slower one removed the faster one's socket: the last one keeps
  // it.
  const mine = await inode(dataDir);
  await sleep(100);
  if ((await inode(dataDir)) !== mine) await refuse(dataDir);
}

/** A holder that is busy, on a machine that is, still says who it is. */
const answerMs = 5_000;

/** A process that was just told to stop gets a moment to let go, and one that says it is stopping the time for it. */
async function refuseIfHeld(dataDir: string): Promise<void> {
  let mayLetGo = true;
  // Who said so once is not asked again: it may be too busy stopping to answer in time.
  let isStopping = false;
  for (let attempt = 0; ; attempt++) {
    const connection = await connectControlSocket(dataDir);
    if (!connection) return;
    connection.destroy();
    if (!mayLetGo) await refuse(dataDir);
    if (attempt >= 10) isStopping ||= (await askStatus(dataDir)).isStopping === true;
    mayLetGo = attempt < 10 || (attempt < 150 && isStopping);
    await sleep(100);
  }
}

async function askStatus(dataDir: string): Promise<Record<string, unknown>> {
  const status = await askControlSocket(dataDir, "status", {}, answerMs).catch(() => null);
  return Object(status?.ok ? status.result : {});
}

async function refuse(dataDir: string): Promise<never> {
  const { pid, address } = await askStatus(dataDir);
  const holder = pid ? `process ${pid}${address ? ` at ${address}` : ""}` : "another process";
  const remedy = pid
    ? `stop that one (kill ${pid}), or give this one a folder of its own (DATA_DIR=.data2)`
    : "stop that one, or give this one a folder of its own (DATA_DIR=.data2)";
  throw new StartError(`The data folder ${dataDir} is in use by ${holder}: ${remedy}.`);
}

async function requireWritable(dataDir: string): Promise<void> {
  const probe = path.join(dataDir, `.probe-${process.pid}`);
  try {
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    throw cannotUse(dataDir, error);
  }
}

async function inode(dataDir: string): Promise<number> {
  return (await stat(controlSocketFile(dataDir)).catch(() => null))?.ino ?? 0;
}
