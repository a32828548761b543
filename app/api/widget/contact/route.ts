import { contactEndpoint } from "@/lib/http/widget/endpoints/contact-endpoint";
import { nextRoute } from "@/lib/http/widget/next-route";

export const dynamic = "force-dynamic";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = nextRoute(contactEndpoint);
