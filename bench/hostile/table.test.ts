import { expect, it } from "vitest";
import { allCases } from "./all-cases";
import { exceptions } from "./exceptions";
import { listExports } from "./rooms";

const inTable = allCases.map(({ of }) => of);
const excepted = Object.values(exceptions).flatMap((files) =>
  Object.entries(files).flatMap(([file, names]) => names.split(" ").map((name) => `${file} ${name}`)),
);

it("has a case or a reason for every export that may take a text", () => {
  const known = new Set([...inTable, ...excepted]);
  // A new one: give it a case in bench/hostile/*-cases.ts, or a reason in bench/hostile/exceptions.ts.
  expect(listExports().filter((name) => !known.has(name))).toEqual([]);
});

it("lists nothing twice, and nothing that is gone", () => {
  const exported = new Set(listExports());
  expect(excepted.filter((name) => inTable.includes(name))).toEqual([]);
  expect(excepted.filter((name) => !exported.has(name))).toEqual([]);
});
