import type { Metadata } from "next";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { paths } from "@/lib/paths";
import { siteMetadata } from "../../site-metadata";
import { ToolPage } from "../tool-page";
import { AnswerForm } from "./answer-form";

export async function generateMetadata(): Promise<Metadata> {
  return siteMetadata(paths.answerTool, getCatalog(await getRequestLocale()).tools.answer);
}

export default async function AnswerPage() {
  const words = getCatalog(await getRequestLocale()).tools.answer;
  return (
    <ToolPage path={paths.answerTool} words={words}>
      <AnswerForm words={words} />
    </ToolPage>
  );
}
