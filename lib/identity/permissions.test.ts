import { expect, expectTypeOf, it } from "vitest";
import type { createBot } from "@/lib/bots/create-bot";
import type { updateBot } from "@/lib/bots/settings/update-bot";
import type { createDocument } from "@/lib/knowledge/documents/create-document";
import type { purgeDocument } from "@/lib/knowledge/documents/purge-document";
import { type Scope, scopeNames } from "@/lib/scopes";
import { type ActorCtx, type System, systemOf } from "./actor";
import { can, type Permission, permissions, requirePermission } from "./permissions";

const system = systemOf("019ac000-0000-7000-8000-000000000000");

it("lets the app itself fill a bot's knowledge, and nothing else", () => {
  const granted = Object.entries(permissions).filter(([, allowed]) => allowed.includes("system"));
  expect(granted.map(([permission]) => permission)).toEqual(["bot.read", "knowledge.write"]);
  expect(can(system, "knowledge.write")).toBe(true);
  expect(() => requirePermission(system, "bot.delete")).toThrow("system lacks bot.delete");
  expect(() => requirePermission({ role: "agent" }, "bot.delete")).toThrow("agent lacks bot.delete");
});

it("lets a key do what its scopes name, and nothing that is the owners' alone", () => {
  const grantedTo = (scope: Scope) =>
    (Object.keys(permissions) as Permission[]).filter((permission) => can({ scopes: [scope] }, permission));
  expect(Object.fromEntries(scopeNames.map((scope) => [scope, grantedTo(scope)]))).toEqual({
    "bots:read": ["bot.read"],
    "bots:write": ["bot.read", "bot.update"],
    "knowledge:read": ["bot.read", "knowledge.read"],
    "knowledge:write": ["bot.read", "knowledge.read", "knowledge.write"],
    "answers:check": ["bot.read", "answer.check"],
    "conversations:read": ["chat.read"],
    "conversations:export": ["chat.export"],
    "conversations:delete": ["chat.delete"],
  });
  expect(() => requirePermission({ scopes: [...scopeNames] }, "team.manage")).toThrow("lacks team.manage");
  expect(can({ scopes: [] }, "bot.read")).toBe(false);
});

it("says by a verb's type who may act through it", () => {
  expectTypeOf<ActorCtx<System>>().toExtend<Parameters<typeof createDocument>[0]>();
  expectTypeOf<ActorCtx>().toExtend<Parameters<typeof createDocument>[0]>();
  expectTypeOf<ActorCtx<System>>().not.toExtend<Parameters<typeof createBot>[0]>();
  expectTypeOf<ActorCtx<System>>().not.toExtend<Parameters<typeof updateBot>[0]>();
  expectTypeOf<ActorCtx<System>>().not.toExtend<Parameters<typeof purgeDocument>[0]>();
});
