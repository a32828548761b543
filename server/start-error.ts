/** A reason not to start that a person can act on: the message is shown as it is, without a stack. */
export class StartError extends Error {
  override readonly name = "StartError";
}
