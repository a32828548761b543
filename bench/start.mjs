import { execFileSync, spawn } from "node:child_process";
import { globSync, lstatSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { cpus, release, tmpdir, totalmem } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

// npm run bench:start [-- --quick] [-- --idle-seconds=60] [-- --json=FILE]: how long a stranger waits for the first
// page of a fresh clone, and what the server costs when nobody asks. Needs git, Node and npm only, as a stranger does.
// --quick starts this folder as it is, and looks for five seconds at what it costs: whether the bench still runs.

const bars = { firstPageSeconds: 100, laterStartSeconds: 5, idleCpuPercent: 2 };
const startTimeoutMs = 900_000;
const mib = 1024 * 1024;

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    "idle-seconds": { type: "string" },
    json: { type: "string" },
  },
});
const idleSeconds = Number(values["idle-seconds"] ?? (values.quick ? 5 : 60));
if (!(idleSeconds > 0)) throw new Error("--idle-seconds: a number of seconds above 0");

const root = path.resolve(import.meta.dirname, "..");
const scratch = await mkdtemp(path.join(tmpdir(), "dawen-start-"));
const clone = values.quick ? root : path.join(scratch, "dawen");
const running = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
process.on("exit", () => {
  for (const child of running) signalTree(child, "SIGKILL");
});

try {
  const figures = await measure();
  print(figures);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function measure() {
  if (!values.quick) run("git", ["clone", "--quiet", root, clone]);
  const first = await start();
  await first.stop();
  const later = await start();
  const idle = await watchIdle(later.serverPid);
  await later.stop();
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: run("git", ["rev-parse", "--short", "HEAD"]).trim(),
    machine: `${cpus()[0]?.model.trim() ?? "unknown"}, ${cpus().length} cores, ${(totalmem() / mib / 1024).toFixed(0)} GiB, ${process.platform} ${release()}`,
    node: process.version,
    isQuick: values.quick,
    first: first.figures,
    later: later.figures,
    installedMib: Object.fromEntries(
      ["node_modules", ".node", ".next", "dist"].map((folder) => [folder, sizeMib(path.join(clone, folder))]),
    ),
    idle: { seconds: idleSeconds, ...idle },
  };
}

/** Runs `npm start` on data of its own until its first page is served. */
async function start() {
  const since = performance.now();
  const seconds = () => round((performance.now() - since) / 1000);
  const env = { ...process.env, PORT: "0", DATA_DIR: path.join(scratch, "data") };
  for (const name of ["NODE_ENV", "DATABASE_URL", "REDIS_URL", "KV_REST_API_URL", "BASE_URL"])
    delete env[name];
  const child = spawn("npm", ["start"], {
    cwd: clone,
    env,
    detached: process.platform !== "win32",
    shell: process.platform === "win32",
  });
  running.add(child);
  const exited = new Promise((resolve) => child.once("exit", resolve)).then(() => running.delete(child));
  const output = { text: "" };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part) => {
      output.text += part;
    });
  const address = await waitFor(() => /Dashboard\s+(http\S+)/.exec(output.text)?.[1], output, child);
  const addressSeconds = seconds();
  const page = await fetch(address);
  await page.text();
  if (page.status !== 200) throw new Error(`the first page answers ${page.status}`);
  const pageSeconds = seconds();
  const steps = [...output.text.matchAll(/✓ (.+?)\s+([\d.]+) s$/gm)];
  const { pid } = await statusOf(env.DATA_DIR);
  return {
    serverPid: pid,
    figures: {
      addressSeconds,
      pageSeconds,
      steps: Object.fromEntries(steps.map(([, name, step]) => [name, Number(step)])),
    },
    stop: async () => {
      signalTree(child, "SIGINT");
      await exited;
    },
  };
}

/** Asks the server who it is, as a second start does. */
async function statusOf(dataDir) {
  const socket = connect(path.join(dataDir, "control.sock"));
  socket.write(`${JSON.stringify({ command: "status" })}\n`);
  for await (const line of createInterface({ input: socket })) {
    socket.destroy();
    return JSON.parse(line).result;
  }
  throw new Error("the server doesn't say who it is");
}

async function waitFor(look, output, child) {
  for (const until = Date.now() + startTimeoutMs; Date.now() < until; await sleep(50)) {
    const found = look();
    if (found) return found;
    if (child.exitCode !== null) break;
  }
  throw new Error(`npm start came to no address:\n${output.text}`);
}

/** CPU time and resident memory of the server while nobody asks for anything. */
async function watchIdle(pid) {
  await sleep(2_000);
  const before = cpuSeconds(pid);
  const since = performance.now();
  await sleep(idleSeconds * 1000);
  const spent = cpuSeconds(pid) - before;
  const rssKib = Number(run("ps", ["-o", "rss=", "-p", String(pid)]));
  return {
    cpuPercent: round((spent / ((performance.now() - since) / 1000)) * 100),
    rssMib: Math.round(rssKib / 1024),
  };
}

function cpuSeconds(pid) {
  if (process.platform === "linux") {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }
  const [hours, minutes, rest] = run("ps", ["-o", "time=", "-p", String(pid)])
    .trim()
    .split(":")
    .slice(-3)
    .map(Number);
  return rest === undefined ? hours * 60 + minutes : hours * 3600 + minutes * 60 + rest;
}

function signalTree(child, signal) {
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended.
  }
}

/** What the files take, each hard-linked one once. */
function sizeMib(folder) {
  const seen = new Set();
  let bytes = 0;
  for (const file of globSync("**/*", { cwd: folder })) {
    const { size, ino, nlink } = lstatSync(path.join(folder, file));
    if (nlink > 1 && seen.has(ino)) continue;
    seen.add(ino);
    bytes += size;
  }
  return Math.round(bytes / mib);
}

function run(command, args) {
  return execFileSync(command, args, { cwd: root, encoding: "utf8", maxBuffer: 10 * mib });
}

function round(value) {
  return Math.round(value * 10) / 10;
}

function print({ first, later, installedMib, idle, ...about }) {
  const rows = [
    ["first start: until the address", `${first.addressSeconds} s`, ""],
    [
      "first start: until the first page",
      `${first.pageSeconds} s`,
      values.quick ? "" : verdict(first.pageSeconds, bars.firstPageSeconds, "s"),
    ],
    ...Object.entries(first.steps).map(([name, seconds]) => [`  ${name}`, `${seconds} s`, ""]),
    [
      "later start: until the first page",
      `${later.pageSeconds} s`,
      verdict(later.pageSeconds, bars.laterStartSeconds, "s"),
    ],
    ...Object.entries(installedMib).map(([folder, size]) => [folder, `${size} MiB`, ""]),
    [
      `idle for ${idle.seconds} s: CPU`,
      `${idle.cpuPercent} %`,
      verdict(idle.cpuPercent, bars.idleCpuPercent, "%"),
    ],
    [`idle for ${idle.seconds} s: memory`, `${idle.rssMib} MiB`, ""],
  ];
  console.log(`\n${about.commit}, ${about.date}, ${about.machine}, Node ${about.node}\n`);
  for (const [name, value, bar] of rows) console.log(`| ${name} | ${value} | ${bar} |`);
}

function verdict(value, bar, unit) {
  return `${value <= bar ? "within" : "OVER"} ${bar} ${unit}`;
}
