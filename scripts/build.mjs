import { ensureBundles, ensureInstalled, ensurePages, toShown } from "./setup.mjs";

// npm run build: everything npm start would make, without serving.
try {
  await ensureInstalled();
  await ensureBundles();
  await ensurePages();
} catch (error) {
  console.error(toShown(error));
  process.exit(1);
}
