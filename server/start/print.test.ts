import { expect, it } from "vitest";
import { parseEnv } from "@/lib/env";
import { connectionLines } from "./print";

const here = "http://localhost:3000";

it("says what is configured, one line each", () => {
  expect(connectionLines(parseEnv({}), here).map((line) => line.replace(/ +/g, " "))).toEqual([
    "資料庫 database 內建 embedded, .data/db",
    "即時資料 live data 內建 embedded",
    "語言模型 model 沒有 none: 直接引用文件 answers quote the documents",
    "寄信 mail 沒有 none: 連結由人轉交 links are handed over",
    "檔案 files .data/files",
  ]);
});

it("says hosts and names, and nothing secret", () => {
  const secrets = ["db-secret", "redis-secret", "key-secret", "smtp-secret", "id-secret", "s3-secret"];
  const env = parseEnv({
    DATABASE_URL: "postgresql://dawen:db-secret@db.example.com:5432/dawen?password=db-secret",
    NEXTAUTH_SECRET: "s".repeat(32),
    REDIS_URL: "redis://u:redis-secret@a.example.com:6379,redis://b.example.com:6379",
    OPENAI_API_KEY: "key-secret",
    OPENAI_MODEL: "small",
    SMTP_URL: "smtps://user:smtp-secret@smtp.example.com",
    MAIL_FROM: "dawen@example.com",
    S3_ENDPOINT: "https://s3.example.com",
    S3_BUCKET: "dawen-files",
    S3_ACCESS_KEY_ID: "id-secret",
    S3_SECRET_ACCESS_KEY: "s3-secret",
  });
  const text = connectionLines(env, here).join("\n");
  for (const said of ["db.example.com:5432", "a.example.com:6379, b.example.com:6379", "small"])
    expect(text).toContain(said);
  for (const said of [
    "dawen@example.com (smtp.example.com)",
    "S3 s3.example.com/dawen-files",
    "set BASE_URL",
  ])
    expect(text).toContain(said);
  for (const secret of secrets) expect(text).not.toContain(secret);
});

it("names the hosts that may be fetched from beside the public ones, where there are some", () => {
  const env = parseEnv({ EGRESS_ALLOW: "intranet.example.com:8080, [::1]:443" });
  expect(connectionLines(env, here).at(-1)?.replace(/ +/g, " ")).toBe(
    "放行主機 egress to intranet.example.com:8080, [::1]:443",
  );
});
