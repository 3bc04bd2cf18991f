/** Whether it is between the two times of a day, `22:00` and `07:00`, in a zone; over midnight, too. */
export function isQuiet(
  { quietFrom, quietTo }: { quietFrom: string | null; quietTo: string | null },
  now: Date,
  timeZone: string,
): boolean {
  if (!quietFrom || !quietTo || quietFrom === quietTo) return false;
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(now);
  return quietFrom < quietTo ? time >= quietFrom && time < quietTo : time >= quietFrom || time < quietTo;
}
