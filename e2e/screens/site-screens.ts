import type { Screen } from "./screen";

/** Those of the public site. */
export const siteScreens: readonly Screen[] = [
  { name: "home", file: "app/(site)/page.tsx", viewer: "nobody", path: () => "/" },
  { name: "home-signed-in", file: "app/(site)/page.tsx", viewer: "owner", path: () => "/" },
  {
    name: "home-menu",
    file: "app/(site)/page.tsx",
    viewer: "nobody",
    path: () => "/",
    isOverlay: true,
    actWidth: 390,
    act: (page, words) => page.getByRole("button", { name: words.site.openMenu }).click(),
  },
  ...["features", "how-it-works", "privacy", "terms"].map(
    (name): Screen => ({
      name,
      file: `app/(site)/${name}/page.tsx`,
      viewer: "nobody",
      path: () => `/${name}`,
    }),
  ),
  {
    name: "questions",
    file: "app/(site)/questions/page.tsx",
    viewer: "nobody",
    path: () => "/questions",
    act: (page) => page.getByRole("main").locator("summary").first().click(),
  },
];
