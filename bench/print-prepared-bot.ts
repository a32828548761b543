import { prepareBot } from "./support/prepare-bot";

// Run by bench/message-pair.ts in each checkout, with that checkout's code: prints the token of the bot that it made.
const { DATA_DIR = "", DATABASE_URL = "", NEXTAUTH_SECRET = "", REDIS_URL = "" } = process.env;
const [passages = "1000"] = process.argv.slice(2);
const token = await prepareBot({ DATA_DIR, DATABASE_URL, NEXTAUTH_SECRET, REDIS_URL }, Number(passages));
console.log(`token ${token}`);
