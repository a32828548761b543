import { botPages } from "./zh-TW/bot-pages";
import { core } from "./zh-TW/core";
import { dashboard } from "./zh-TW/dashboard";
import { demo } from "./zh-TW/demo";
import { apiReference } from "./zh-TW/site/api-reference";
import { developers } from "./zh-TW/site/developers";
import { offers } from "./zh-TW/site/offers";
import { questions } from "./zh-TW/site/questions";
import { site } from "./zh-TW/site/site";
import { sitePages } from "./zh-TW/site/site-pages";
import { tools } from "./zh-TW/site/tools";
import { usage } from "./zh-TW/usage";

/** The shape every other language must have. */
export const zhTW = {
  ...core,
  ...dashboard,
  ...botPages,
  apiReference,
  demo,
  developers,
  offers,
  questions,
  site,
  sitePages,
  tools,
  usage,
};

export type Catalog = typeof zhTW;
