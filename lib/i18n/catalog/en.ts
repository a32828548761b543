import { core } from "./en/core";
import { dashboard } from "./en/dashboard";
import { demo } from "./en/demo";
import { site } from "./en/site";
import type { Catalog } from "./zh-TW";

export const en: Catalog = { ...core, ...dashboard, demo, site };
