import { ensureBundles, ensureInstalled, ensurePages, SetupError } from "./setup.mjs";

// npm run build: everything npm start would make, without serving.
try {
  await ensureInstalled();
  await ensureBundles();
  await ensurePages();
} catch (error) {
  console.error(error instanceof SetupError ? `\n${error.message}\n` : error);
  process.exit(1);
}
