import { account } from "./zh-TW/account";
import { auth } from "./zh-TW/auth";
import { bin } from "./zh-TW/bin";
import { bots } from "./zh-TW/bots";
import { chats } from "./zh-TW/chats";
import { common } from "./zh-TW/common";
import { demo } from "./zh-TW/demo";
import { errors } from "./zh-TW/errors";
import { knowledge } from "./zh-TW/knowledge";
import { shell } from "./zh-TW/shell";
import { site } from "./zh-TW/site";
import { team } from "./zh-TW/team";

/** The shape every other language must have. */
export const zhTW = { account, auth, bin, bots, chats, common, demo, errors, knowledge, shell, site, team };

export type Catalog = typeof zhTW;
