import { expect, it } from "vitest";
import { parseEnv } from "@/lib/env";
import { answerModels, defaultModel } from "./answer-models";

it("are the operator's own, and those of the list, each once", () => {
  expect(answerModels(parseEnv({}))).toEqual([defaultModel]);
  expect(answerModels(parseEnv({ OPENAI_MODEL: "small" }))).toEqual(["small"]);
  expect(answerModels(parseEnv({ OPENAI_MODEL: "small", OPENAI_MODELS: " large,small, ,large " }))).toEqual([
    "small",
    "large",
  ]);
});
