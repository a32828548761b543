import type { ActorCtx } from "@/lib/identity/actor";
import type { QuietHours } from "./is-quiet";

/** How a member is told of what visitors do. */
export type AlertSettings = {
  mail: boolean;
  sound: boolean;
  quiet: QuietHours;
  /** The whole hour, 0 to 23, at which the day before is summed up by mail; null for never. */
  digestHour: number | null;
  /** Of the hours. */
  timeZone: string;
};

/** The actor's own settings in the team that they act in. */
export async function getAlertSettings({ db, actor }: ActorCtx): Promise<AlertSettings> {
  const { teamId, userId } = actor;
  const { alertsMail, alertsSound, quietFrom, quietTo, digestHour, team } =
    await db.membership.findUniqueOrThrow({
      where: { teamId_userId: { teamId, userId } },
      include: { team: { select: { timeZone: true } } },
    });
  const quiet = quietFrom !== null && quietTo !== null ? { from: quietFrom, to: quietTo } : null;
  return { mail: alertsMail, sound: alertsSound, quiet, digestHour, timeZone: team.timeZone };
}
