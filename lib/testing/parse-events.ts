import type { ReportedEvent } from '@/lib/events/inbound';
import { getAdapter } from '@/lib/providers/registry';

/** Our own id, as it went out with a message. */
export const OUR_ID = '0198f3f0-1b2c-7d3e-8f40-123456789abc';

/** A payload as the provider documents it, shortened to what tells something; null: it tells nothing of whether a message arrived. */
export type EventCase = [name: string, fields: object, expected: object | null];

const config = { id: '', name: '', version: 1, settings: {}, secrets: {} };

/** What a provider of this kind tells by that body, JSON or text as it is. */
export function parseEvents(kind: string, body: unknown): ReportedEvent[] {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return getAdapter(kind).events!.parse(
    { headers: {}, body: Buffer.from(text), receivedAt: new Date() },
    config,
  );
}
