import { botPages } from "./en/bot-pages";
import { core } from "./en/core";
import { dashboard } from "./en/dashboard";
import { demo } from "./en/demo";
import { developers } from "./en/developers";
import { offers } from "./en/offers";
import { questions } from "./en/questions";
import { site } from "./en/site";
import { sitePages } from "./en/site-pages";
import { tools } from "./en/tools";
import type { Catalog } from "./zh-TW";

export const en: Catalog = {
  ...core,
  ...dashboard,
  ...botPages,
  demo,
  developers,
  offers,
  questions,
  site,
  sitePages,
  tools,
};
