/** As `<input type="datetime-local">` has it: by the reader's clock. */
export function inLocalTime(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join('-');
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/** Null: no such moment. One that the clock skips is that much later, one that it has twice is the first (ECMA-262, 21.4.1.26). */
export function momentOf(local: string): Date | null {
  const moment = LOCAL.test(local) ? new Date(local) : null;
  return moment && !Number.isNaN(moment.getTime()) ? moment : null;
}

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;

export function tomorrowAt(hour: number, now = new Date()): string {
  return inLocalTime(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, hour));
}
