import { account } from "./account";
import { bin } from "./bin";
import { chats } from "./chats";
import { jobs } from "./jobs";
import { keys } from "./keys";
import { leads } from "./leads";
import { places } from "./places";
import { replies } from "./replies";
import { team } from "./team";

/** What only the dashboard says, on any of its pages. */
export const dashboard = { account, bin, chats, jobs, keys, leads, places, replies, team };

export type DashboardCatalog = typeof dashboard;
