import type { DashboardCatalog } from "../zh-TW/dashboard";
import { account } from "./account";
import { bin } from "./bin";
import { bots } from "./bots";
import { chats } from "./chats";
import { jobs } from "./jobs";
import { knowledge } from "./knowledge";
import { leads } from "./leads";
import { replies } from "./replies";
import { team } from "./team";

export const dashboard: DashboardCatalog = {
  account,
  bin,
  bots,
  chats,
  jobs,
  knowledge,
  leads,
  replies,
  team,
};
