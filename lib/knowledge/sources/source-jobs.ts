import { z } from "zod";
import { idInput } from "@/lib/id-input";
import { defineJob } from "@/lib/jobs/define-job";

export const sourceJobInput = z.strictObject({ sourceId: idInput });
export type SourceJobInput = z.output<typeof sourceJobInput>;

/** A reading takes a process of its own with up to 960 MiB: two of an instance at once, one of a team. */
export const readSourceJob = defineJob({
  name: "read-source",
  input: sourceJobInput,
  retry: { attempts: 5, firstDelaySeconds: 10, longestDelaySeconds: 120 },
  atOnce: 2,
  teamAtOnce: 1,
  leaseSeconds: 60,
});

export const publishSourceJob = defineJob({
  name: "publish-source",
  input: sourceJobInput,
  retry: { attempts: 5, firstDelaySeconds: 10, longestDelaySeconds: 120 },
  atOnce: 1,
  teamAtOnce: 1,
  leaseSeconds: 60,
});

/** A fetching waits most of its time; what it reads, it reads in a process of its own, one at a time. */
export const fetchSourceJob = defineJob({
  name: "fetch-source",
  input: sourceJobInput,
  retry: { attempts: 5, firstDelaySeconds: 10, longestDelaySeconds: 300 },
  atOnce: 3,
  teamAtOnce: 1,
  leaseSeconds: 60,
});

/** Lets the sources be fetched that are due, each once on any number of instances. */
export const fetchDueSourcesJob = defineJob({
  name: "fetch-due-sources",
  input: z.strictObject({}),
  retry: { attempts: 3, firstDelaySeconds: 10, longestDelaySeconds: 60 },
  atOnce: 1,
  teamAtOnce: 1,
  leaseSeconds: 60,
  schedule: { everySeconds: 300, firstAfterSeconds: 60 },
});
