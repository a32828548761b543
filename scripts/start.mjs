import { spawn } from "node:child_process";
import {
  arePagesBuilt,
  ensureBundles,
  ensureInstalled,
  ensurePages,
  requireNode,
  root,
  toolEnv,
  toShown,
} from "./setup.mjs";
import { stopWhenOrphaned } from "./stop-when-orphaned.mjs";

// npm start: set up what is missing, then serve. The server opens its stores while the pages are still being built, so
// that a wrong setting or a second start is named at once.
const since = performance.now();
console.log("\n  Dawen 答問\n");
stopWhenOrphaned();
try {
  await ensureInstalled();
  await ensureBundles();
  serve();
} catch (error) {
  fail(error);
}

function serve() {
  const mustBuild = !arePagesBuilt();
  const args = ["--enable-source-maps", "dist/server.mjs", ...(mustBuild ? ["--wait-for-build"] : [])];
  const server = spawn(requireNode(), args, {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: toolEnv({ NODE_ENV: "production" }),
  });
  const building = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
  server.once("exit", (code) => {
    building.abort();
    process.exit(code ?? 1);
  });
  server.on("message", async ({ state }) => {
    if (state === "ready") console.log(`  ${((performance.now() - since) / 1000).toFixed(1)} s\n`);
    // Not before the server holds its folder and port: a second start must not touch the pages of the first.
    if (state !== "listening" || !mustBuild) return;
    try {
      await ensurePages({ signal: building.signal });
      server.send("built");
    } catch (error) {
      if (!building.signal.aborted) fail(error);
    }
  });
}

function fail(error) {
  console.error(toShown(error));
  process.exit(1);
}
