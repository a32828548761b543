import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createStamp } from "./stamp.mjs";

// What npm start, npm run dev and npm test share. Nothing is imported from node_modules until it is installed, and the
// Node that runs this may be an old one (≥ 20): the work itself is done by the pinned one.

export const root = path.resolve(fileURLToPath(import.meta.url), "../..");

/** A failed step; the message says what to do and is shown without a stack. */
export class SetupError extends Error {
  name = "SetupError";
}

/** What the command line shows of an error: a SetupError as its message alone, after a mark where one is given. */
export function toShown(error, mark = "") {
  if (error?.name !== "SetupError") return error;
  return mark ? `\n${mark}${error.message}` : `\n${error.message}\n`;
}

const nodeFolder = path.join(root, ".node");
/** crypto.argon2 came with it. */
const oldestNode = [24, 7];

const toolInputs = ["package-lock.json", "tsconfig.json"];
const generated = ["lib/db/generated", "public/widget.js", "public/widget", "public/site.js"];

const stamps = {
  generate: createStamp(root, "generate", {
    inputs: ["package-lock.json", "prisma/schema.prisma", "scripts/generate-client.mjs"],
    outputs: ["lib/db/generated"],
  }),
  server: createStamp(root, "server", {
    inputs: [...toolInputs, "server", "lib", "prisma", "scripts/build/build-server.mjs"],
    outputs: ["dist/server.mjs", "dist/reader.mjs", "dist/picture.mjs"],
  }),
  widget: createStamp(root, "widget", {
    inputs: [...toolInputs, "widget", "lib/http", "scripts/build/build-widget.mjs"],
    outputs: ["public/widget.js"],
  }),
  site: createStamp(root, "site", {
    inputs: [...toolInputs, "site", "widget/panel", "scripts/build/build-site.mjs"],
    outputs: ["public/site.js"],
  }),
  pages: createStamp(root, "pages", {
    inputs: [
      ...toolInputs,
      ...["app", "components", "lib", "prisma", "public", "next.config.mjs", "postcss.config.mjs"],
      ...["proxy.ts", "instrumentation.ts", "instrumentation-client.ts"],
    ],
    outputs: [".next/BUILD_ID"],
    ignore: generated,
  }),
};

/**
 * Installs what package-lock.json names, unless it is there already: what building and serving need, or with `isDev`
 * what tests and checks need too. What an earlier command installed besides stays. Throws SetupError.
 */
export async function ensureInstalled({ isDev = false } = {}) {
  const tasks = [];
  if (!isInstalled({ isDev })) tasks.push(installPackages({ isDev }));
  if (!isDev && findNode() === null) tasks.push(installNode());
  if (tasks.length > 0) await step("套件 packages", () => Promise.all(tasks));
  requireNode();
}

/** Generates the database client from its schema, unless it is up to date. */
export async function ensureGenerated() {
  if (stamps.generate.isFresh()) return;
  await step("資料庫程式 database client", async () => {
    stamps.generate.begin();
    await run(requireNode(), ["scripts/generate-client.mjs"], {
      isQuiet: true,
      hint: "Generating the database client failed: see above.",
    });
    stamps.generate.finish();
  });
}

/** Generates the database client, and bundles the server and the widget, unless they are up to date. */
export async function ensureBundles() {
  const server = ensureGenerated().then(() =>
    bundle(stamps.server, "伺服器 server", "build-server.mjs", "buildServer"),
  );
  await Promise.all([
    server,
    bundle(stamps.widget, "小工具 widget", "build-widget.mjs", "buildWidget"),
    bundle(stamps.site, "網站 site", "build-site.mjs", "buildSite"),
  ]);
}

/** Whether `ensurePages` has nothing to do. */
export function arePagesBuilt() {
  return stamps.pages.isFresh();
}

/** Builds the pages, unless they are up to date. Stops early, without a stamp, when the signal says so. */
export async function ensurePages({ signal } = {}) {
  if (arePagesBuilt()) return;
  await step("網頁建置 pages built", async () => {
    stamps.pages.begin();
    // Compiling is all there is to do: every page is rendered when it is asked for, and `npm test` checks the types.
    await runTool("next/dist/bin/next", ["build", "--experimental-build-mode", "compile"], {
      isQuiet: true,
      signal,
      env: { NODE_ENV: "production" },
      hint: "Building the pages failed: see above.",
    });
    stamps.pages.finish();
  });
}

/** The Node that everything runs on: the pinned one, else this one when it is new enough. Throws SetupError. */
export function requireNode() {
  const found = findNode();
  if (found) return found;
  throw new SetupError(
    `The packages brought no Node for this machine and this one is ${process.version}: install Node 24 and run the command again.`,
  );
}

function findNode() {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const pinned = [
    path.join(root, "node_modules", "node", "bin", name),
    path.join(nodeFolder, "node_modules", nodePackage(), "bin", name),
  ].find((file) => existsSync(file));
  if (pinned) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
    ? process.execPath
    : null;
}

/** The package that holds Node's program for this machine, as the package `node` names it. */
function nodePackage() {
  const system = process.platform === "win32" ? "win" : process.platform;
  const prefix = system === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
  return `${prefix}-${system}-${process.arch}`;
}

/** A machine with an old Node gets the pinned one, beside the packages: those who have a new one need none. */
function installNode() {
  const version = readJson("package.json").devDependencies.node;
  mkdirSync(nodeFolder, { recursive: true });
  return runNpm(
    ["install", "--no-save", "--no-package-lock", "--prefix", nodeFolder, `${nodePackage()}@${version}`],
    {
      hint: `Node ${version} for this machine can't be installed from npm's registry, and this one is ${process.version}: install Node 24 and run the command again.`,
    },
  );
}

/** Runs one step, printing its name and the seconds it took. */
export async function step(name, work) {
  const since = performance.now();
  const result = await work();
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  console.log(`  ✓ ${padToWidth(name, 40)} ${seconds.padStart(5)} s`);
  return result;
}

/** Chinese characters take two columns of a terminal. */
function padToWidth(text, columns) {
  const width = [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 0);
  return text + " ".repeat(Math.max(0, columns - width));
}

/** Runs a package's own script on the pinned Node. */
export function runTool(script, args, options) {
  return run(requireNode(), [path.join(root, "node_modules", script), ...args], options);
}

/**
 * Runs a program in the project's folder; a quiet one's output is shown only when it fails. Throws SetupError with
 * the hint when it fails, and when the signal ends it.
 */
export function run(command, args, { isQuiet = false, hint, env = {}, shell = false, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      shell,
      stdio: ["ignore", isQuiet ? "pipe" : "inherit", isQuiet ? "pipe" : "inherit"],
      env: toolEnv(env),
    });
    let output = "";
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.setEncoding("utf8").on("data", keep);
    child.stderr?.setEncoding("utf8").on("data", keep);
    signal?.addEventListener("abort", () => child.kill(), { once: true });
    child.once("error", (error) => reject(new SetupError(`${hint} (${error.message})`)));
    child.once("close", (code) => {
      if (code === 0) return resolve();
      if (output) process.stderr.write(`\n${output}\n`);
      reject(new SetupError(hint));
    });
  });
}

/** The environment of a child: the pinned Node and the packages' commands come first. */
export function toolEnv(extra = {}) {
  const bin = path.join(root, "node_modules", ".bin");
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  const node = findNode();
  const nodeBin = node === null ? [] : [path.dirname(node)];
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
    ...extra,
    [key]: [...nodeBin, bin, process.env[key] ?? ""].join(path.delimiter),
  };
}

/**
 * npm writes its own copy of the lock as the last thing of an install: every required package must stand in it. What
 * stands there as optional is for other machines, or wanted by another package only if it is there.
 */
function isInstalled({ isDev }) {
  const installed = readInstalled();
  if (!installed) return false;
  const wanted = readJson("package-lock.json").packages;
  const direct = new Set(
    Object.keys(isDev ? wanted[""].devDependencies : {}).map((name) => `node_modules/${name}`),
  );
  return Object.entries(wanted).every(([name, { version, dev, optional, devOptional }]) => {
    const isNeeded = direct.has(name) || !(optional || devOptional || (dev && !isDev));
    return name === "" || !isNeeded || installed[name]?.version === version;
  });
}

/** Begins anew only where nothing whole is installed: else what is there stays, and what lacks is added. */
function installPackages({ isDev }) {
  const installed = readInstalled();
  const keepsDev = Object.values(installed ?? {}).some(({ dev }) => dev);
  return runNpm(
    [
      ...(installed ? ["install", "--no-save"] : ["ci"]),
      ...(isDev || keepsDev ? ["--include=dev"] : ["--omit=dev"]),
      ...["--include=optional", "--include=peer", "--prefer-offline"],
    ],
    {
      hint: "Installing the packages failed. Check npm's network and registry settings (npm ping) and the free disk space, then run the command again.",
    },
  );
}

function runNpm(args, { hint }) {
  return run("npm", [...args, "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"], {
    isQuiet: true,
    shell: process.platform === "win32",
    hint,
  });
}

function readInstalled() {
  const file = path.join("node_modules", ".package-lock.json");
  return existsSync(path.join(root, file)) ? readJson(file).packages : null;
}

function readJson(file) {
  return JSON.parse(readFileSync(path.join(root, file), "utf8"));
}

async function bundle(stamp, name, script, exported) {
  if (stamp.isFresh()) return;
  await step(name, async () => {
    stamp.begin();
    const module = await import(pathToFileURL(path.join(root, "scripts/build", script)).href);
    await module[exported]({ root });
    stamp.finish();
  });
}
