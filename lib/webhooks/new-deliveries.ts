/**
 * What a webhook `w` is told of an event `e`, as columns of `webhook_deliveries`; text without parameters, for both of our clients.
 * The id comes of both, and of the event's time: who reads an event twice makes the same. `sequence`: the how-manieth event of its
 * message this is, in the order in which they were written, which no event that comes later changes.
 */
export const DELIVERY_COLUMNS = 'id, webhook_id, company_id, event_id, message_id, type, payload, next_at';

export const DELIVERY_VALUES = `
  (left(e.id::text, 15) || substr(md5(w.id::text || e.id::text), 1, 3) || '-8' || substr(md5(w.id::text || e.id::text), 4, 3)
    || '-' || substr(md5(w.id::text || e.id::text), 7, 12))::uuid,
  w.id, e.company_id, e.id, e.message_id, 'message.' || e.type,
  json_strip_nulls(json_build_object(
    'type', 'message.' || e.type,
    'timestamp', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'data', json_build_object(
      'eventId', e.id,
      'messageId', e.message_id,
      'sequence', (select count(*) from events o where o.message_id = e.message_id and (o.xid, o.id) <= (e.xid, e.id)),
      'recipient', e.recipient,
      'provider', (select p.name from providers p where p.id = e.provider_id),
      'company', (select c.key from companies c where c.id = e.company_id),
      'tags', m.tags,
      'metadata', m.metadata,
      'detail', e.detail)))::text,
  now()`;

/** The message of an event may be forgotten. */
export const WITH_MESSAGE = 'left join messages m on m.id = e.message_id';

/** Of its company where it is for one, and of the types it wants. */
export const IS_WANTED = `
  (w.company_id is null or w.company_id = e.company_id)
  and (w.event_types is null or 'message.' || e.type = any(w.event_types))`;
