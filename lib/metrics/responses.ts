import { sql } from '@/lib/database/db';
import { BY_TIME_AND_DIMENSIONS as BY, DIMENSION_COLUMNS, NAMED } from './dimensions';
import { RESPONSES, type Response } from './response-names';

/** The place of each among the bits of `messages.seen`. */
const placeOf = (name: Response) => RESPONSES.indexOf(name);
export const bitOf = (name: Response) => 1 << placeOf(name);
const bits = (...names: Response[]) => names.reduce((sum, name) => sum | bitOf(name), 0);

/** The lower half: all that is known. The upper half has of the last change what was known before it. */
const KNOWN = 0xffff;
const HALF = 16;

/** An expression: what an event says of its message. Who does something with it, or complains, has it; what a sandbox played nobody did. */
export function bitsOfEvent(type: string, detail: string): string {
  const machine = `coalesce(${detail} ? 'machine', false)`;
  return `(case case when coalesce(${detail} ? 'played', false) then '' else ${type} end
    when 'delivered' then ${bits('delivered')}
    when 'replied' then ${bits('delivered')}
    when 'bounced' then ${bits('bounced')}
    when 'complained' then ${bits('complained', 'delivered')}
    when 'unsubscribed' then ${bits('unsubscribed', 'delivered')}
    when 'opened' then case when ${machine} then ${bits('machineOpened')} else ${bits('opened', 'delivered')} end
    when 'clicked' then case when ${machine} then ${bits('machineClicked')} else ${bits('clicked', 'delivered')} end
    else 0 end)`;
}

/** What `seen` becomes: an expression over the row as it is when it is written, so that two statements at once count nothing twice. */
export function withBits(seen: string, said: string): string {
  return `((${seen} & ${KNOWN}) | ${said} | ((${seen} & ${said} & ${KNOWN}) << ${HALF}))`;
}

/** As if that were not known, so that it counts when it is told again. */
export function withoutBit(seen: string, name: Response): string {
  return `(${seen} & ${~(bitOf(name) | (bitOf(name) << HALF))})`;
}

/** Of `said`, what was not known before the change that has just been written. */
export function firstsOf(seen: string, said: string): string {
  return `(${said} & ~(${seen} >> ${HALF}))`;
}

export const RESPONSE_COLUMNS = RESPONSES.map((name) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`));

/** The beginning of the quarter of an hour that counts: finer than any time zone needs. */
export const quarterOf = (moment: string) => `date_bin('15 minutes', ${moment}, '2000-01-01T00:00:00Z')`;

/**
 * A common table expression of the statement that changes messages: counts what is new about them. `moved` names one with accepted_at, the
 * dimensions and `firsts`. Rows are written in the order of their keys.
 */
export function countResponses(moved: string) {
  const counts = RESPONSE_COLUMNS.map((column, place) => `sum((firsts >> ${place}) & 1) as ${column}`);
  return sql()`
    responded as (
      insert into response_counts as r (quarter, ${sql().unsafe(`${DIMENSION_COLUMNS}, ${RESPONSE_COLUMNS}`)})
      select ${sql().unsafe(`${quarterOf('accepted_at')}, ${NAMED}, ${counts}`)}
      from ${sql()(moved)} where firsts <> 0 group by ${sql().unsafe(BY)} order by ${sql().unsafe(BY)}
      on conflict (quarter, ${sql().unsafe(DIMENSION_COLUMNS)}) do update set ${sql().unsafe(ADD_EXCLUDED)}
    )`;
}

const ADD_EXCLUDED = RESPONSE_COLUMNS.map((column) => `${column} = r.${column} + excluded.${column}`).join(
  ', ',
);

/** One that was sent again may come back again. */
const EACH_TIME = `case when place = ${placeOf('returned')} then e.id end`;

/**
 * Statements that tell the same anew by the events of messages accepted since `bounds.since`: at the provider of the first event that says
 * it. Only differences are written, both sides read in one snapshot, since counting goes on meanwhile.
 */
export const RESPONSES_ANEW = [
  `create temp table responses on commit drop as
   select distinct on (e.message_id, place, ${EACH_TIME}) e.message_id, place, m.accepted_at, m.channel, m.company_id, m.type, m.category, m.template_id, m.campaign_id,
     coalesce(e.provider_id, m.provider_id) as provider_id,
     place <> ${placeOf('returned')} or not exists (
       select from events again where again.message_id = e.message_id and again.type = 'resent' and again.xid > e.xid) as still
   from bounds, messages m join events e on e.message_id = m.id,
     lateral (select ${bitsOfEvent('e.type', 'e.detail')} | case when e.detail ? 'returned' then ${bits('returned')} else 0 end as said) s,
     lateral generate_series(0, ${RESPONSES.length - 1}) place
   where m.accepted_at >= since and m.status <> 'captured' and (said >> place) & 1 = 1
   order by e.message_id, place, ${EACH_TIME}, e.xid, e.id`,
  `with told as (
     select ${quarterOf('accepted_at')} as quarter, ${NAMED},
       ${RESPONSE_COLUMNS.map((column, place) => `sum((place = ${place})::int) as ${column}`)}
     from responses group by ${BY}
   ),
   counted as (select c.* from bounds, response_counts c where quarter >= since)
   insert into response_counts as r (quarter, ${DIMENSION_COLUMNS}, ${RESPONSE_COLUMNS})
   select quarter, ${DIMENSION_COLUMNS}, ${RESPONSE_COLUMNS.map((column) => `coalesce(told.${column}, 0) - coalesce(counted.${column}, 0)`)}
   from told full join counted using (quarter, ${DIMENSION_COLUMNS})
   where (${RESPONSE_COLUMNS.map((column) => `coalesce(told.${column}, 0) <> coalesce(counted.${column}, 0)`).join(' or ')})
   order by ${BY}
   on conflict (quarter, ${DIMENSION_COLUMNS}) do update set ${ADD_EXCLUDED}`,
  `delete from response_counts using bounds where quarter >= since and ${RESPONSE_COLUMNS.map((column) => `${column} = 0`).join(' and ')}`,
  // Not by a plain `=`: see sameId.
  `update messages m set seen = (m.seen & ${KNOWN}) | said
   from bounds, (select message_id, coalesce(bit_or(1 << place) filter (where still), 0) as said from responses group by 1) r
   where m.id::text = r.message_id::text and m.accepted_at >= since and (m.seen & ${KNOWN}) is distinct from said`,
];
