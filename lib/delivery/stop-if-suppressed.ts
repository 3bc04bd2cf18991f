import { isOpen } from '@/lib/channels/open-recipient';
import { newEvent } from '@/lib/events/new-event';
import type { findSuppressed } from '@/lib/suppressions/find-suppressed';
import { finish, goOn, type Work } from './handling';
import { decideSuppressed } from './next-state';

export type Finder = Awaited<ReturnType<typeof findSuppressed>>;

/** Who is on the list of suppressions gets nothing, with the reason; the others do. Judged when it is sent, so that what was scheduled hears of it. */
export async function stopIfSuppressed(work: Work, find: Finder): Promise<boolean> {
  const { message } = work;
  const found = message.recipients.map((recipient) => find(recipient, message));
  if (found.every((one) => one === null)) return false;
  const recipients = message.recipients.map((recipient, n) => {
    const one = found[n];
    if (!one) return recipient;
    const { told: _told, code: _code, reply: _reply, ...rest } = recipient;
    return {
      ...rest,
      status: 'suppressed' as const,
      code: one.code ?? undefined,
      reply: one.reason ?? undefined,
      suppressed: detailOf(one),
    };
  });
  const events = recipients.flatMap(({ address, suppressed }, n) =>
    found[n] ? [newEvent('suppressed', { recipient: address, detail: { ...suppressed } })] : [],
  );
  message.recipients = recipients;
  const goesOn = recipients.some(isOpen);
  const decision = goesOn ? goOn(work) : decideSuppressed(message);
  const kept = await finish(work, { decision, events });
  return !goesOn || !kept;
}

function detailOf({ cause, at, until, by, shared }: NonNullable<ReturnType<Finder>>) {
  return {
    cause,
    at: at.toISOString(),
    ...(until && { until: until.toISOString() }),
    ...(by && { by }),
    ...(shared && { shared: true as const }),
  };
}
