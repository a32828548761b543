import { type NextRequest, NextResponse } from "next/server";
import { callNextAuth } from "@/lib/session/call-next-auth";

type Context = { params: Promise<{ nextauth: string[] }> };

const actions = new Set(["providers", "session", "csrf", "signin", "signout", "callback", "error"]);

async function handle(request: NextRequest, { params }: Context): Promise<NextResponse> {
  const path = (await params).nextauth;
  // Among what is left out: `_log`, by which anyone could write into our log.
  if (!actions.has(path[0] ?? "")) return NextResponse.json({ message: "Not found." }, { status: 404 });
  return callNextAuth(request, path);
}

export const GET = handle;
export const POST = handle;
