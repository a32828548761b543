import { eventsEndpoint } from "@/lib/http/widget/endpoints/events-endpoint";
import { nextRoute } from "@/lib/http/widget/next-route";

export const dynamic = "force-dynamic";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = nextRoute(eventsEndpoint);
