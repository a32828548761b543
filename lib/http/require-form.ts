import { AppError } from "@/lib/errors";
import { currentRequest } from "@/lib/request-context";

/**
 * The form that a server action was called with. What no form of ours sends is a 400, and AppError `bad_request` here.
 */
export function requireForm(form: unknown): FormData {
  if (form instanceof FormData) return form;
  const request = currentRequest();
  if (request) request.isMalformed = true;
  throw new AppError("bad_request", "an action was called without a form", { reason: "not_a_form" });
}
