/** `07:00`: by the clock of the report, which may be another one than the reader's. */
export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
