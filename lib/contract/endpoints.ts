import { z } from "zod";
import { configResponse } from "./config";
import { contactRequest, contactResponse } from "./contact";
import { doneResponse, errorResponse } from "./envelopes";
import { eventsResponse } from "./events";
import { feedbackRequest } from "./feedback";
import { filesForm, filesResponse } from "./files";
import { messageRequest, messageResponse } from "./message";
import { widgetToken } from "./request-fields";

const tokenOnly = z.object({ token: widgetToken });
/** Of each endpoint: a wrong method or body, an unknown token, too many of them, and a fault of our own parts. */
const refusals = {
  400: errorResponse,
  404: errorResponse,
  405: errorResponse,
  429: errorResponse,
  500: errorResponse,
};

/** The widget's endpoints under `/api/widget/`: what each is asked, and what it answers by status. */
export const endpoints = {
  config: { method: "GET", query: tokenOnly, answers: { ...refusals, 200: configResponse } },
  events: { method: "GET", query: tokenOnly, answers: { ...refusals, 200: eventsResponse } },
  ping: { method: "POST", body: tokenOnly, answers: { ...refusals, 200: doneResponse } },
  typing: { method: "POST", body: tokenOnly, answers: { ...refusals, 200: doneResponse } },
  contact: { method: "POST", body: contactRequest, answers: { ...refusals, 200: contactResponse } },
  files: { method: "POST", query: tokenOnly, form: filesForm, answers: { ...refusals, 200: filesResponse } },
  message: { method: "POST", body: messageRequest, answers: { ...refusals, 200: messageResponse } },
  feedback: { method: "POST", body: feedbackRequest, answers: { ...refusals, 200: doneResponse } },
} as const;

export type EndpointName = keyof typeof endpoints;

/** What an endpoint is asked by name: the fields of its JSON body, or those of its address and its form. */
export function askedOf(name: EndpointName): Record<string, z.ZodType> {
  const endpoint = endpoints[name];
  if ("body" in endpoint) return endpoint.body.shape;
  return { ...endpoint.query.shape, ...("form" in endpoint && endpoint.form.shape) };
}
