import { expect, it } from "vitest";
import { sayHours } from "./say-hours";

it("says a week in a line, days that are alike as one", () => {
  const usual = "09:00-12:00, 13:30-18:00";
  const hoursWeek = [usual, usual, usual, "", usual, "10:00-12:00", ""];
  expect(sayHours({ hasHours: true, hoursWeek })).toEqual({
    zh: "週一到週三 09:00–12:00、13:30–18:00；週五 09:00–12:00、13:30–18:00；週六 10:00–12:00",
    en: "Mon–Wed 09:00–12:00, 13:30–18:00; Fri 09:00–12:00, 13:30–18:00; Sat 10:00–12:00",
  });
});

it("says nothing of a bot that has no hours, or none on any day", () => {
  expect(sayHours({ hasHours: false, hoursWeek: Array(7).fill("09:00-18:00") })).toBeNull();
  expect(sayHours({ hasHours: true, hoursWeek: Array(7).fill("") })).toBeNull();
});
