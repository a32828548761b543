import { ForbiddenMessage } from "@/components/shell/place-messages";

/** Inside the frame: what the role may see is one click away. */
export default function DashboardForbidden() {
  return <ForbiddenMessage />;
}
