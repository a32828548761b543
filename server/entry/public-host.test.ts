import { expect, it } from "vitest";
import { isPublicUrl } from "./public-host";

it.each([
  "https://chat.example.com",
  "http://example.com.",
  "http://8.8.8.8:3000",
  "http://172.32.0.1",
  "https://[2001:db8::1]",
  "http://134744072",
  "https://local.example",
])("%s can be reached by strangers", (url) => expect(isPublicUrl(url)).toBe(true));

it.each([
  "http://localhost:3000",
  "http://127.0.0.1",
  "http://127.1",
  "http://2130706433",
  "http://[::1]:3000",
  "http://[::ffff:10.0.0.1]",
  "http://10.1.2.3",
  "http://172.31.255.255",
  "http://192.168.1.5:8080",
  "http://100.64.0.1",
  "http://169.254.1.1",
  "http://[fd00::1]",
  "http://[fe80::1]",
  "http://shop.local",
  "http://SHOP.LOCAL.",
  "http://app.localhost",
  "http://intranet",
  "http://dawen.home.arpa",
])("%s stays on a local network", (url) => expect(isPublicUrl(url)).toBe(false));
