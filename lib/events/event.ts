import { newId } from '@/lib/ids';

export type EventType =
  | 'queued'
  | 'scheduled'
  | 'sent'
  | 'deferred'
  | 'bounced'
  | 'failed'
  | 'parked'
  | 'uncertain'
  | 'failover'
  /** Sent by another provider although one may have it already. */
  | 'second_copy'
  | 'canceled'
  | 'resent'
  | 'duplicate';

export type NewEvent = {
  id: string;
  type: EventType;
  recipient?: string;
  providerId?: string;
  detail?: Record<string, unknown>;
};

export function newEvent(type: EventType, facts: Omit<NewEvent, 'id' | 'type'> = {}): NewEvent {
  return { id: newId(), type, ...facts };
}
