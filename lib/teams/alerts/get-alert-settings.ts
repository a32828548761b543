import type { ActorCtx } from "@/lib/identity/actor";
import type { QuietHours } from "./is-quiet";
import { listBotAlerts } from "./list-bot-alerts";

/** How a member is told of what visitors do. */
export type AlertSettings = {
  mail: boolean;
  sound: boolean;
  quiet: QuietHours;
  /** The whole hour, 0 to 23, at which the day before is summed up by mail; null for never. */
  digestHour: number | null;
  /** Of the hours. */
  timeZone: string;
  /** Ids of the bots of whose visitors they aren't told. */
  muted: string[];
};

/** The actor's own settings in the team that they act in. */
export async function getAlertSettings(ctx: ActorCtx): Promise<AlertSettings> {
  const { teamId, userId } = ctx.actor;
  const [member, bots] = await Promise.all([
    ctx.db.membership.findUniqueOrThrow({
      where: { teamId_userId: { teamId, userId } },
      include: { team: { select: { timeZone: true } } },
    }),
    listBotAlerts(ctx),
  ]);
  const { alertsMail, alertsSound, quietFrom, quietTo, digestHour, team } = member;
  const quiet = quietFrom !== null && quietTo !== null ? { from: quietFrom, to: quietTo } : null;
  const muted = bots.flatMap(({ id, isOn, isOffForAll }) => (isOn || isOffForAll ? [] : [id]));
  return { mail: alertsMail, sound: alertsSound, quiet, digestHour, timeZone: team.timeZone, muted };
}
