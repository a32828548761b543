import { botPages } from "./en/bot-pages";
import { core } from "./en/core";
import { dashboard } from "./en/dashboard";
import { demo } from "./en/demo";
import { apiReference } from "./en/site/api-reference";
import { developers } from "./en/site/developers";
import { offers } from "./en/site/offers";
import { questions } from "./en/site/questions";
import { site } from "./en/site/site";
import { sitePages } from "./en/site/site-pages";
import { tools } from "./en/site/tools";
import { usage } from "./en/usage";
import type { Catalog } from "./zh-TW";

export const en: Catalog = {
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
