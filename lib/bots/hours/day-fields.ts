/** The weekdays by their names in the form of a bot's hours, in the order of `hoursWeek`. */
export const dayFields = [
  ...(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const),
];
