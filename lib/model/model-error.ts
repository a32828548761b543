const messages = {
  rate_limited: "the model endpoint answers 429: too many requests or no quota left",
  key_refused: "the model endpoint refuses the key: check OPENAI_API_KEY",
  request_refused: "the model endpoint refuses the request: check OPENAI_MODEL and OPENAI_BASE_URL",
  wrong_address:
    "what answers is no model endpoint: check OPENAI_BASE_URL, most end in /v1, and whether something stands in between",
  unavailable: "the model endpoint can't be reached or fails",
  timed_out: "the model took too long",
  broken: "the model endpoint's answer broke off or makes no sense",
  empty: "the model said nothing",
} as const;

export type ModelFault = keyof typeof messages;

const standing = ["key_refused", "request_refused", "wrong_address"] as const;

/**
 * Whether a fault stays until somebody changes the settings: the endpoint refuses the key, or the model's name, or is
 * none.
 */
export function isStandingFault(fault: string): fault is (typeof standing)[number] {
  return standing.some((known) => known === fault);
}

export type ModelErrorOptions = {
  /** HTTP status, where the endpoint gave one. */
  status?: number;
  /** Milliseconds after which the endpoint says to come back. */
  retryAfterMs?: number;
};

/** What went wrong with a model, in words of ours: an endpoint's own text may hold the key or the prompt. */
export class ModelError extends Error {
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly fault: ModelFault,
    { status, retryAfterMs }: ModelErrorOptions = {},
  ) {
    super(messages[fault]);
    this.name = "ModelError";
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** True for a ModelError of either bundle: the server's entry and Next's each have a class of their own. */
export function isModelError(error: unknown): error is ModelError {
  return error instanceof Error && error.name === "ModelError" && "fault" in error;
}
