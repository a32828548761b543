import { expect, it } from "vitest";
import { allCases } from "./all-cases";
import { answerExceptions } from "./answer-exceptions";
import { apiExceptions } from "./api-exceptions";
import { exceptions } from "./exceptions";
import { kinds } from "./kinds";
import { pageExceptions } from "./page-exceptions";
import { listExports } from "./rooms";

const inTable = allCases.map(({ of }) => of);
const excepted = [exceptions, answerExceptions, apiExceptions, pageExceptions]
  .flatMap(Object.values)
  .flatMap((files) =>
    Object.entries<string>(files).flatMap(([file, names]) =>
      names.split(" ").map((name) => `${file} ${name}`),
    ),
  );
const reasonsOf = (of: string) => {
  const [, file = "", name = ""] = /^(.*) (\w+)$/.exec(of) ?? [];
  return kinds.filter(({ isOne }) => isOne(file, name)).map(({ reason }) => reason);
};

it("has a case or a reason for every export that may take a text", () => {
  const known = new Set([...inTable, ...excepted]);
  // A new one: give it a case in bench/hostile/*-cases.ts, or a reason in bench/hostile/*exceptions.ts.
  expect(listExports().filter((of) => !known.has(of) && reasonsOf(of).length === 0)).toEqual([]);
});

it("lists nothing twice, and nothing that is gone", () => {
  const exported = new Set(listExports());
  expect(excepted.filter((name) => inTable.includes(name) || reasonsOf(name).length > 0)).toEqual([]);
  expect(excepted.filter((name) => !exported.has(name))).toEqual([]);
});

it("tells of each kind that there is one", () => {
  const told = new Set(listExports().flatMap(reasonsOf));
  expect(kinds.filter(({ reason }) => !told.has(reason))).toEqual([]);
});
