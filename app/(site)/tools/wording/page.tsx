import type { Metadata } from "next";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { siteMetadata } from "../../site-metadata";
import { ToolPage } from "../tool-page";
import { WordingForm } from "./wording-form";

export async function generateMetadata(): Promise<Metadata> {
  return siteMetadata(paths.wordingTool, getCatalog(await getRequestLocale()).tools.wording);
}

export default async function WordingPage() {
  const words = getCatalog(await getRequestLocale()).tools.wording;
  return (
    <ToolPage path={paths.wordingTool} words={words}>
      <WordingForm words={words} />
    </ToolPage>
  );
}
