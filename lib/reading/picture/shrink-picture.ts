import { fork } from "node:child_process";
import path from "node:path";
import { processWide, setProcessWide } from "@/lib/process-wide";
import { giveWay } from "@/lib/reading/apart/give-way";
import { pictureLimits } from "./picture-limits";
import { type PictureAnswer, type PictureOrder, type PictureShape, pictureAnswer } from "./picture-message";

const name = "picture-program";

/**
 * Makes a picture the JPEG that is kept, in a process of its own: one that breaks the library costs only itself. What
 * is wrong with it is the answer's `fault`. Throws where the process can't be started.
 * @param bytes at most `pictureLimits.fileBytes`
 */
export async function shrinkPicture(bytes: Uint8Array, shape: PictureShape): Promise<PictureAnswer> {
  const program = processWide(name, () => path.resolve("dist/picture.mjs"));
  return new Promise((resolve, reject) => {
    const child = fork(program, [], {
      // A library of native code needs `allow-addons`; nothing else than to read is allowed to the rest.
      execArgv: ["--permission", "--allow-addons", "--allow-fs-read=*", "--disable-warning=SecurityWarning"],
      env: { NODE_ENV: "production", TZ: "UTC", VIPS_CONCURRENCY: "1" },
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    giveWay(child);
    const timer = setTimeout(() => child.kill("SIGKILL"), pictureLimits.ms);
    let answer: PictureAnswer = { fault: "picture_broken" };
    child.once("message", (raw) => {
      answer = pictureAnswer.parse(raw);
    });
    child.once("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once("close", () => {
      clearTimeout(timer);
      resolve(answer);
    });
    // Where it is gone already, `close` says so.
    child.send({ bytes: new Uint8Array(bytes), shape } satisfies PictureOrder, () => {});
  });
}

/** The server entry says where the bundle is: beside its own. */
export function setPictureProgram(file: string): void {
  setProcessWide(name, file);
}
