import { NO_COMPANY } from '@/drizzle/schema/delivery';
import { sql } from '@/lib/database/db';
import { nextSlot, OF_MESSAGE_COUNTS } from './count';
import { binned } from './grain';
import { quarterOf, RESPONSE_COLUMNS } from './responses';

/** Columns of a message by which it is counted in `topic_counts`, by their kind there. */
const KINDS = { template: 'template_id', campaign: 'campaign_id' } as const;
export const TOPIC_COLUMNS = Object.values(KINDS).join(', ');

const RESTS = ['messages_sent', 'messages_partly', 'messages_captured', 'messages_failed', 'messages_parked'];
const PAID = ['recipients_sent', 'cost_micros'];
export const TOPIC_COUNTS = [...RESTS, ...PAID, ...RESPONSE_COLUMNS];
const KEY = 'kind, quarter, topic_id, company_id';
const SUMS = TOPIC_COUNTS.map((name) => `sum(${name}) as ${name}`).join(', ');
const ADD_EXCLUDED = TOPIC_COUNTS.map((name) => `${name} = t.${name} + excluded.${name}`).join(', ');

/** A row of counts as expressions; what is not named is 0. */
const countsOf = (counts: Record<string, string>) =>
  TOPIC_COUNTS.map((name) => `${counts[name] ?? '0'} as ${name}`).join(', ');

const ONE_EACH = Object.fromEntries(
  RESPONSE_COLUMNS.map((name, place) => [name, `((firsts >> ${place}) & 1)`]),
);
const SAME = (names: string[]) => Object.fromEntries(names.map((name) => [name, name]));

/** Of rows with `at`, company_id, the columns of topics and the counts: a row for each topic. */
const byTopic = (rows: string, grain?: number) => `
  select t.kind, ${grain ? binned(quarterOf('at'), grain) : quarterOf('at')} as quarter, t.topic_id, coalesce(company_id, '${NO_COMPANY}') as company_id, ${SUMS}
  from (${rows}) counted cross join lateral (values ${Object.entries(KINDS)
    .map(([kind, column]) => `('${kind}', ${column})`)
    .join(', ')}) t(kind, topic_id)
  where t.topic_id is not null group by 1, 2, 3, 4`;

type Sources = { attempts?: string; rested: string; learned: string };

/**
 * A common table expression of the statement that counts the same elsewhere: names of those with the columns of topics besides. Nothing is
 * written, or waited for, where no message has a topic.
 */
export function countTopics({ attempts, rested, learned }: Sources) {
  const parts = [
    ...(attempts
      ? [
          `select now() as at, company_id, ${TOPIC_COLUMNS}, ${countsOf({ recipients_sent: 'recipients', cost_micros: 'cost_micros' })} from ${attempts}`,
        ]
      : []),
    `select now() as at, company_id, ${TOPIC_COLUMNS}, ${countsOf(OF_MESSAGE_COUNTS)} from ${rested} where due_at is null`,
    `select accepted_at as at, company_id, ${TOPIC_COLUMNS}, ${countsOf(ONE_EACH)} from ${learned} where firsts <> 0`,
  ];
  return sql().unsafe(`
    topics as (
      insert into topic_counts as t (${KEY}, slot, ${TOPIC_COUNTS})
      select ${KEY}, ${nextSlot() + 1}, ${TOPIC_COUNTS} from (${byTopic(parts.join(' union all '))}) topical order by 1, 2, 3, 4
      on conflict (${KEY}, slot) do update set ${ADD_EXCLUDED}
    )`);
}

/** A statement that adds up what is some days old. */
export function foldTopics(grain: number): string {
  return `
    with gone as (delete from topic_counts where slot <> 0 and quarter < now() - interval '3 days' returning *)
    insert into topic_counts as t (${KEY}, slot, ${TOPIC_COUNTS})
    select kind, ${binned('quarter', grain)}, topic_id, company_id, 0, ${SUMS} from gone group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (${KEY}, slot) do update set ${ADD_EXCLUDED}`;
}

/**
 * Statements that tell the same anew since `bounds.since`, by `recount`, a query, and the table `responses` of the rebuild. Both sides are
 * read in one snapshot and only their difference is written, since counting goes on meanwhile.
 */
export function topicsAnew(recount: string, grain: number): string[] {
  const placed = Object.fromEntries(RESPONSE_COLUMNS.map((name, place) => [name, `(place = ${place})::int`]));
  const told = byTopic(
    `select at, company_id, ${TOPIC_COLUMNS}, ${countsOf(SAME([...RESTS, ...PAID]))} from (${recount}) each
     -- A second look at all messages, where there is something to see.
     where (select exists (select from messages where template_id is not null or campaign_id is not null))
     union all
     select accepted_at, company_id, ${TOPIC_COLUMNS}, ${countsOf(placed)} from responses`,
    grain,
  );
  const differs = TOPIC_COUNTS.map((name) => `coalesce(told.${name}, 0) <> coalesce(known.${name}, 0)`);
  return [
    `with told as (${told}),
     known as (
       select kind, ${binned('quarter', grain)} as quarter, topic_id, company_id, ${SUMS}
       from bounds, topic_counts where quarter >= since group by 1, 2, 3, 4)
     insert into topic_counts as t (${KEY}, slot, ${TOPIC_COUNTS})
     select kind, quarter, topic_id, company_id, 0, ${TOPIC_COUNTS.map((name) => `coalesce(told.${name}, 0) - coalesce(known.${name}, 0)`)}
     from told full join known using (kind, quarter, topic_id, company_id)
     where ${differs.join(' or ')} order by 1, 2, 3, 4
     on conflict (${KEY}, slot) do update set ${ADD_EXCLUDED}`,
  ];
}
