import type { CoreCatalog } from "../zh-TW/core";
import { auth } from "./auth";
import { common } from "./common";
import { errors } from "./errors";
import { shell } from "./shell";

export const core: CoreCatalog = { auth, common, errors, shell };
