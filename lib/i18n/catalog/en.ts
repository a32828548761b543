import { account } from "./en/account";
import { auth } from "./en/auth";
import { bin } from "./en/bin";
import { bots } from "./en/bots";
import { chats } from "./en/chats";
import { common } from "./en/common";
import { demo } from "./en/demo";
import { errors } from "./en/errors";
import { knowledge } from "./en/knowledge";
import { shell } from "./en/shell";
import { site } from "./en/site";
import { team } from "./en/team";
import type { Catalog } from "./zh-TW";

export const en: Catalog = {
  account,
  auth,
  bin,
  bots,
  chats,
  common,
  demo,
  errors,
  knowledge,
  shell,
  site,
  team,
};
