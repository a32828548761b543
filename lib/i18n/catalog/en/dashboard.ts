import type { DashboardCatalog } from "../zh-TW/dashboard";
import { account } from "./account";
import { bin } from "./bin";
import { chats } from "./chats";
import { jobs } from "./jobs";
import { keys } from "./keys";
import { leads } from "./leads";
import { places } from "./places";
import { replies } from "./replies";
import { team } from "./team";

export const dashboard: DashboardCatalog = {
  account,
  bin,
  chats,
  jobs,
  keys,
  leads,
  places,
  replies,
  team,
};
