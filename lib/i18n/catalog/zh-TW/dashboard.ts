import { account } from "./account";
import { bin } from "./bin";
import { bots } from "./bots";
import { chats } from "./chats";
import { knowledge } from "./knowledge";
import { team } from "./team";

/** What only the dashboard says. */
export const dashboard = { account, bin, bots, chats, knowledge, team };

export type DashboardCatalog = typeof dashboard;
