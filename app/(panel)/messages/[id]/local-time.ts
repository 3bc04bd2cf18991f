/** As `<input type="datetime-local">` has it: the clock of this place, without its zone. */
export function toLocalTime(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
