/** A reason not to start that a person can act on: the message is shown as it is, without a stack. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** Whether an error's message is for the person who starts the app: a StartError or an EnvError. */
export function isForPeople(error: unknown): error is Error {
  return error instanceof Error && (error.name === "StartError" || error.name === "EnvError");
}
