import type { Db } from "@/lib/db/client";
import { uuidv7 } from "@/lib/db/uuidv7";
import { type Actor, type ActorCtx, systemOf } from "@/lib/identity/actor";
import { changeKnowledge } from "@/lib/knowledge/documents/change-knowledge";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { prepareVersion } from "@/lib/knowledge/documents/versions/prepare-version";
import { publishVersion } from "@/lib/knowledge/documents/versions/publish-version";
import { createTestContext } from "@/test/fixtures/test-context";

/**
 * Adds documents to the bot with that token until it has about `passages`, or so many `documents` where that is given:
 * a tea shop's catalogue, made up of parts.
 * Returns how many passages the bot has.
 */
export async function fillBot(
  db: Db,
  token: string,
  passages: number,
  documents = Number.POSITIVE_INFINITY,
): Promise<number> {
  const bot = await db.bot.findUniqueOrThrow({ where: { widgetToken: token } });
  const ctx = { ...createTestContext({ db }), actor: systemOf(bot.teamId) };
  const count = () => db.passage.count({ where: { version: { document: { botId: bot.id } } } });
  const had = await db.document.count({ where: { botId: bot.id } });
  if (Number.isFinite(documents)) await addDocuments(ctx, bot.id, documents - had);
  else
    for (let at = 0; (await count()) < passages; at++)
      await createDocument(ctx, { botId: bot.id, title: nameOf(at), content: describe(at) });
  await ctx.kv.close();
  return count();
}

/** As `createDocument` does, a hundred in one transaction. */
async function addDocuments(ctx: ActorCtx<Actor>, botId: string, many: number): Promise<void> {
  const { teamId } = ctx.actor;
  for (let from = 0; from < many; from += 100) {
    const prepared = await Promise.all(
      Array.from({ length: Math.min(100, many - from) }, (_, at) =>
        prepareVersion(nameOf(from + at), describe(from + at)),
      ),
    );
    await changeKnowledge(ctx, botId, async (tx) => {
      for (const version of prepared) {
        const { id } = await tx.document.create({
          data: { id: uuidv7(), teamId, botId, name: version.title },
        });
        await publishVersion(tx, ctx.actor, id, 1, version);
      }
    });
  }
}

/** What visitors ask about the teas; each stands by itself. */
export function questionOf(at: number): string {
  const ask = questions[at % questions.length] ?? (() => "");
  return ask(nameOf(at % 60));
}

const questions = [
  (tea: string) => `${tea}要用幾度的水泡？`,
  (tea: string) => `請問${tea}一盒多少錢、有沒有折扣？`,
  (tea: string) => `${tea}開封以後可以放多久？`,
  (tea: string) => `${tea}是哪裡種的，海拔多高？`,
  (tea: string) => `喝${tea}會不會睡不著？咖啡因多嗎？`,
  () => "本島宅配的運費怎麼算，滿多少免運？",
];

const places = ["霧腳", "石棹", "梨山", "坪林", "名間", "鹿谷", "阿里山", "杉林溪", "大禹嶺", "三峽"];
const kinds = ["烏龍茶", "包種茶", "紅茶", "綠茶", "金萱", "翠玉", "四季春", "東方美人", "鐵觀音", "普洱"];

function nameOf(at: number): string {
  const series = Math.floor(at / 100);
  return `${places[at % 10]}${kinds[Math.floor(at / 10) % 10]}${series > 0 ? ` ${series + 1} 號` : ""}`;
}

function describe(at: number): string {
  const name = nameOf(at);
  const degrees = 80 + (at % 16);
  const price = 320 + (at % 37) * 20;
  return `## 產地與風味

${name}種在海拔 ${600 + (at % 19) * 100} 公尺的茶園，${at % 2 ? "春" : "冬"}天採收。茶湯${["金黃", "蜜綠", "琥珀", "橙紅"][at % 4]}，帶${["蘭花", "桂花", "熟果", "焙火", "蜂蜜"][at % 5]}香，回甘明顯。每年只做 ${20 + (at % 9)} 批，賣完要等下一季。

## 沖泡方法

- 熱泡：每 ${3 + (at % 4)} 公克茶葉配 150 毫升、攝氏 ${degrees} 度的水，第一泡 ${40 + (at % 5) * 5} 秒，之後每泡加 10 秒。
- 冷泡：每 ${6 + (at % 4)} 公克配 600 毫升冷開水，冷藏 ${6 + (at % 4)} 小時後濾出茶葉。
- 茶壺先用熱水溫過，香氣比較出得來；水溫太高茶湯容易苦澀。

## 價格與包裝

${name}一盒 ${75 * (1 + (at % 2))} 公克，定價 NT$${price}；兩盒 NT$${price * 2 - 60}，加入會員再打 95 折。禮盒裝另加 NT$80，附提袋與卡片，可以代寫祝福的話。

## 保存

未開封放在陰涼處可以保存 ${18 + (at % 7)} 個月；開封以後請用夾鏈袋封好，${30 + (at % 30)} 天內喝完。不要放冰箱門邊，也不要和咖啡、香料放在一起，茶葉很會吸味道。

## 常見問題

Q：${name}的咖啡因多嗎？
A：每 100 毫升茶湯大約 ${12 + (at % 15)} 毫克，比一般咖啡少一半以上；怕睡不著可以改喝冷泡，咖啡因更低。

Q：${name}可以回沖幾次？
A：大約 ${5 + (at % 4)} 泡，味道變淡就可以換新的茶葉。

Q：買${name}有附檢驗報告嗎？
A：每一批都送驗農藥殘留，報告編號印在盒底，也可以請客服寄電子檔。`;
}
