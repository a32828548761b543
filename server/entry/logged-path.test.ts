import { expect, it } from "vitest";
import { loggedPath } from "./logged-path";

it.each([
  ["/bots/1?x=2", "/bots/1"],
  ["/reset/Zm9v-_8?x", "/reset/…"],
  ["/en/invite/Zm9v/", "/en/invite/…/"],
  [undefined, ""],
])("has no secret of %s", (url, path) => expect(loggedPath(url)).toBe(path));
