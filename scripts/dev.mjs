import { spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildWidgetHandlers } from "./build/build-server.mjs";
import { buildSite } from "./build/build-site.mjs";
import { ensureBundles, ensureInstalled, requireNode, root, toolEnv, toShown } from "./setup.mjs";
import { stopWhenOrphaned } from "./stop-when-orphaned.mjs";

// npm run dev: Next rebuilds pages by itself; the widget is bundled again when it changes, and so are the handlers of
// its endpoints when lib/ does, which the next request takes; a change in server/ or prisma/ starts the server anew.
stopWhenOrphaned();
try {
  await ensureInstalled({ isDev: true });
  await ensureBundles();
  await buildWidgetHandlers({ root });
} catch (error) {
  console.error(toShown(error));
  process.exit(1);
}

let server = startServer();
let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    isStopping = true;
    server.kill(signal);
  });
}
onChange(["server", "prisma"], restart);
onChange(["lib"], () => buildWidgetHandlers({ root }));
onChange(["site"], () => buildSite({ root }));
onChange(["widget"], async () => {
  const script = pathToFileURL(path.join(root, "scripts/build/build-widget.mjs")).href;
  const { buildWidget } = await import(script);
  await buildWidget({ root });
});

function startServer() {
  const child = spawn(requireNode(), ["--enable-source-maps", "dist/server.mjs", "--dev"], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: toolEnv({ NODE_ENV: "development" }),
  });
  child.once("exit", (code) => {
    if (isStopping || child === server) process.exit(code ?? 1);
  });
  return child;
}

async function restart() {
  await ensureBundles();
  const old = server;
  server = { kill: () => {} };
  old.kill("SIGTERM");
  await once(old, "exit");
  server = startServer();
}

/** Calls `work` once for changes that come close together; a failure is shown and the watching goes on. */
function onChange(folders, work) {
  let timer;
  let running = Promise.resolve();
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work).catch((error) => console.error(error.message));
    }, 150);
  };
  for (const folder of folders) watch(path.join(root, folder), { recursive: true }, schedule);
}
