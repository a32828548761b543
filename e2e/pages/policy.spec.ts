import { expect, test } from "../support/fixtures";

// A violation of the Content-Security-Policy is a console error, which the fixture turns into a failure.
for (const path of ["/", "/sign-in", "/sign-up", "/forgot", "/demo"]) {
  test(`${path} runs under its strict policy`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+';/);
    await page.waitForLoadState("networkidle");
  });
}

test("a page that isn't there runs under it too", async ({ page, faults }) => {
  faults.expect(/status of 404/);
  const response = await page.goto("/no-such-page");
  expect(response?.status()).toBe(404);
  await page.waitForLoadState("networkidle");
});

test("signed in, the dashboard runs under it", async ({ pageAs }) => {
  const page = await pageAs("owner");
  for (const path of ["/bots", "/team", "/account"]) {
    expect((await page.goto(path))?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("an inline script that carries no nonce doesn't run", async ({ page, faults }) => {
  faults.expect(/Content Security Policy/);
  await page.goto("/sign-in");
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'taken over'";
    document.body.append(script);
  });
  await expect(page).not.toHaveTitle("taken over");
});
