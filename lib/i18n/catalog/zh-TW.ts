import { core } from "./zh-TW/core";
import { dashboard } from "./zh-TW/dashboard";
import { demo } from "./zh-TW/demo";
import { site } from "./zh-TW/site";

/** The shape every other language must have. */
export const zhTW = { ...core, ...dashboard, demo, site };

export type Catalog = typeof zhTW;
