import { expect, test } from "../support/fixtures";

const gone = "/api/files/00000000-0000-7000-8000-000000000000?until=1&key=x";

for (const { locale, title, home } of [
  { locale: "zh-TW", title: "這個檔案打不開了", home: "回首頁" },
  { locale: "en", title: "This file can’t be opened any more", home: "Go to the home page" },
])
  test.describe(`a link to a file that has ended, in ${locale}`, () => {
    test.use({ locale });

    test("is a page that says so, with a way back", async ({ app, page, faults }) => {
      // Playwright's own scripts can't run in it either.
      faults.expect(/status of 404/);
      faults.expect(/Blocked script execution/);
      const answer = await page.goto(`${app.baseUrl}${gone}`);
      expect(answer?.status()).toBe(404);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await page.getByRole("link", { name: home }).click();
      await expect(page).toHaveURL(`${app.baseUrl}/`);
    });
  });

test("programs get the API's answer to it", async ({ app, request }) => {
  const answer = await request.get(`${app.baseUrl}${gone}`);
  expect(answer.status()).toBe(404);
  expect(await answer.json()).toEqual({ error: "not_found" });
});

test("a method that a route doesn't have is told in words", async ({ app, request }) => {
  const answer = await request.delete(`${app.baseUrl}/api/chats`, {
    headers: { origin: app.baseUrl, "accept-language": "en" },
  });
  expect(answer.status()).toBe(405);
  expect(await answer.text()).toBe("This method isn't supported.\n");
});
