import { auth } from "./auth";
import { common } from "./common";
import { errors } from "./errors";
import { shell } from "./shell";

/** What every page may say in the browser. */
export const core = { auth, common, errors, shell };

export type CoreCatalog = typeof core;
