import { errorCode } from "./error-code";
import { StartError } from "./start-error";

/** What to say of a data folder that can't be made or written. */
export function cannotUse(dataDir: string, error: unknown): StartError {
  return new StartError(
    `Can't write to the data folder ${dataDir} (${errorCode(error) || error}): give this user the right to write there, or set DATA_DIR to a folder of its own.`,
  );
}
