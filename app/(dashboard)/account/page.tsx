import type { Metadata } from "next";
import { AlertsForm } from "@/components/account/alerts-form";
import { BotAlertsList } from "@/components/account/bot-alerts-list";
import { PasswordForm } from "@/components/account/password-form";
import { PictureCard } from "@/components/account/picture-card";
import { ProfileForm } from "@/components/account/profile-form";
import { SessionList } from "@/components/account/session-list";
import { LocaleSwitch } from "@/components/shell/preferences/locale-switch";
import { getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getRequestTheme } from "@/components/shell/preferences/request-theme";
import { ThemeSwitch } from "@/components/shell/preferences/theme-switch";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listFaces } from "@/lib/accounts/picture/list-faces";
import { describeUserAgent } from "@/lib/accounts/sessions/describe-user-agent";
import { listSessions } from "@/lib/accounts/sessions/list-sessions";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { getMailer } from "@/lib/mail/mailer";
import { requirePageActor } from "@/lib/session/require-page-actor";
import { getAlertSettings } from "@/lib/teams/alerts/get-alert-settings";
import { listBotAlerts } from "@/lib/teams/alerts/list-bot-alerts";
import {
  changePasswordAction,
  removePictureAction,
  revokeOtherSessionsAction,
  revokeSessionAction,
  setBotAlertsAction,
  updateAlertSettingsAction,
  updateProfileAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getCatalog(await getRequestLocale()).account.title };
}

export default async function AccountPage() {
  const ctx = await requirePageActor();
  const [locale, theme, sessions, alerts, bots, faces] = await Promise.all([
    getRequestLocale(),
    getRequestTheme(),
    listSessions(ctx),
    getAlertSettings(ctx),
    listBotAlerts(ctx),
    listFaces(ctx, [ctx.actor.userId]),
  ]);
  const { account } = getCatalog(locale);
  const { userId, userName, email, teamName } = ctx.actor;
  return (
    <>
      <PageHeader title={account.title} />
      <div className="flex flex-col gap-6">
        <ProfileForm action={updateProfileAction} name={userName} email={email} />
        <PictureCard name={userName} face={faces.get(userId)} remove={removePictureAction} />
        <AlertsForm
          action={updateAlertSettingsAction}
          settings={alerts}
          hasMail={getMailer() !== null}
          teamName={teamName}
        />
        {/* Of one bot alone the alerts themselves are turned off. */}
        {(bots.length > 1 || bots.some(({ isOn }) => !isOn)) && (
          <BotAlertsList bots={bots} action={setBotAlertsAction} />
        )}
        <PasswordForm action={changePasswordAction} email={email} />
        <SessionList
          sessions={sessions.map(({ id, userAgent, lastSeenAt, isCurrent }) => ({
            id,
            ...describeUserAgent(userAgent),
            lastSeenAt: lastSeenAt.toISOString(),
            isCurrent,
          }))}
          revoke={revokeSessionAction}
          revokeOthers={revokeOtherSessionsAction}
        />
        <Card title={account.preferences.title}>
          <div className="flex max-w-form flex-wrap gap-x-8 gap-y-4">
            <div className="flex flex-col gap-1">
              <span aria-hidden className="font-medium">
                {account.preferences.language}
              </span>
              <LocaleSwitch locale={locale} />
            </div>
            <div className="flex flex-col gap-1">
              <span aria-hidden className="font-medium">
                {account.preferences.theme}
              </span>
              <ThemeSwitch theme={theme} />
            </div>
          </div>
        </Card>
      </div>
    </>
  );
}
