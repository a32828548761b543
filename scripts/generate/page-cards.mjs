import { apiReference as apiReferenceEn } from "../../lib/i18n/catalog/en/site/api-reference.ts";
import { developers as developersEn } from "../../lib/i18n/catalog/en/site/developers.ts";
import { offers as offersEn } from "../../lib/i18n/catalog/en/site/offers.ts";
import { questions as questionsEn } from "../../lib/i18n/catalog/en/site/questions.ts";
import { sitePages as sitePagesEn } from "../../lib/i18n/catalog/en/site/site-pages.ts";
import { tools as toolsEn } from "../../lib/i18n/catalog/en/site/tools.ts";
import { apiReference } from "../../lib/i18n/catalog/zh-TW/site/api-reference.ts";
import { developers } from "../../lib/i18n/catalog/zh-TW/site/developers.ts";
import { offers } from "../../lib/i18n/catalog/zh-TW/site/offers.ts";
import { questions } from "../../lib/i18n/catalog/zh-TW/site/questions.ts";
import { sitePages } from "../../lib/i18n/catalog/zh-TW/site/site-pages.ts";
import { tools } from "../../lib/i18n/catalog/zh-TW/site/tools.ts";
import { paths, sitePaths } from "../../lib/paths.ts";

const catalogs = {
  "zh-TW": { apiReference, developers, offers, questions, sitePages, tools },
  en: {
    apiReference: apiReferenceEn,
    developers: developersEn,
    offers: offersEn,
    questions: questionsEn,
    sitePages: sitePagesEn,
    tools: toolsEn,
  },
};

/**
 * What the picture of each page of the site says, but for the first page: its file's name, language, title
 * and description.
 */
export const pageCards = Object.entries(catalogs).flatMap(([lang, catalog]) => {
  const words = wordsByPath(catalog);
  return sitePaths
    .filter((path) => path !== paths.home)
    .map((path) => {
      if (!words[path]) throw new Error(`${path} has no words for its picture`);
      const { title, description } = words[path];
      return { file: `link-${path.slice(1).replaceAll("/", "-")}-${lang}.png`, lang, title, description };
    });
});

function wordsByPath({ apiReference, developers, offers, questions, sitePages, tools }) {
  return {
    [paths.features]: sitePages.features,
    [paths.howItWorks]: sitePages.howItWorks,
    [paths.pricing]: offers.pricing,
    [paths.questions]: questions,
    [paths.partners]: offers.partners,
    [paths.tools]: tools,
    [paths.charactersTool]: tools.characters,
    [paths.wordingTool]: tools.wording,
    [paths.contrastTool]: tools.contrast,
    [paths.snippetTool]: tools.snippet,
    [paths.answerTool]: tools.answer,
    [paths.developers]: developers,
    [paths.developersApi]: apiReference,
    [paths.privacy]: sitePages.privacy,
    [paths.terms]: sitePages.terms,
  };
}
