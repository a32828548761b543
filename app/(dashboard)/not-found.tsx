import { NotFoundMessage } from "@/components/shell/place-messages";
import { paths } from "@/lib/paths";
import { getActor } from "@/lib/session/current-actor";
import { homePath } from "@/lib/session/home-path";

/** Inside the frame: a thing that was deleted, or is another team's. */
export default async function DashboardNotFound() {
  const actor = await getActor();
  return <NotFoundMessage home={actor ? homePath(actor) : paths.bots} />;
}
