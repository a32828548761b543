import { readingLimits } from "@/lib/reading/reading-limits";

/**
 * What a bot's files may be: bytes of one and of a team's together, how many there may be, and how long a name is;
 * how many addresses.
 */
export const sourceLimits = {
  fileBytes: readingLimits.fileBytes,
  teamBytes: 4 * 1024 ** 3,
  filesInBot: 2_000,
  addressesInBot: 100,
  name: 255,
} as const;
