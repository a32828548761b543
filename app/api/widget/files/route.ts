import { filesEndpoint } from "@/lib/http/widget/endpoints/files-endpoint";
import { nextRoute } from "@/lib/http/widget/next-route";

export const dynamic = "force-dynamic";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = nextRoute(filesEndpoint);
