import { TabLinks } from "@/components/ui/tab-links";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { paths } from "@/lib/paths";

/** The pages of the team that only its owners have. */
export function TeamTabs({ locale }: { locale: Locale }) {
  const { team, keys, jobs, usage } = getCatalog(locale);
  return (
    <TabLinks
      label={team.title}
      tabs={[
        { href: paths.team, label: team.members, isExact: true },
        { href: paths.keys, label: keys.title },
        { href: paths.usage, label: usage.title },
        { href: paths.jobs, label: jobs.title },
      ]}
    />
  );
}
