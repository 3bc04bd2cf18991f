import type { PendingQuery, Row } from 'postgres';
import { announce } from '@/lib/announcements/announce';
import { sql } from '@/lib/database/db';
import type { EventType } from './types';

type Fragment = PendingQuery<Row[]>;

/** Expressions over `from`; what is left out is null, `at`: now. */
type Source = {
  id: Fragment;
  messageId: Fragment;
  /** That of the message. */
  companyId: Fragment;
  type: EventType | Fragment;
  at?: Fragment;
  recipient?: Fragment;
  providerId?: Fragment;
  detail?: Fragment;
  from: Fragment;
};

/**
 * The one way to write events: the common table expression `noted` of the statement that changes the messages, so that a change and what
 * is told of it commit together. An event that is there already stays: the answer to the first statement may have been lost. Pages hear of it
 * half a second after the statement was written, by when it has nearly always committed.
 */
export function recordEvents({
  id,
  messageId,
  companyId,
  type,
  at,
  recipient,
  providerId,
  detail,
  from,
}: Source) {
  announce('messages');
  const nothing = sql()`null`;
  return sql()`
    noted as (
      insert into events (id, message_id, company_id, type, at, recipient, provider_id, detail)
      select ${id}, ${messageId}, ${companyId}, ${typeof type === 'string' ? sql()`${type}` : type}, ${at ?? sql()`now()`},
        ${recipient ?? nothing}::text, ${providerId ?? nothing}::uuid, ${detail ?? nothing}::jsonb
      ${from}
      on conflict do nothing
      returning id
    )`;
}
