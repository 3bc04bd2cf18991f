import type postgres from 'postgres';
import { ensurePartitions, weekOf } from '@/lib/database/partitions';

const WEEKS = 5;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const CHUNK = 100_000;
const AT_ONCE = 2;

/** What of each row differs, as SQL over its number `i` of each week (0: this one); the salted ids stay what they are. */
export type Variety = { tags: (week: number) => string; category: string; companyId: string };

const PLAIN: Variety = { tags: () => `'{}'::text[]`, category: `'transactional'`, companyId: 'null' };

/** Messages that were sent in this and the last weeks, with a short body, an attempt and two events each; spread evenly. */
export async function writeHistory(sql: postgres.Sql, rows: number, variety = PLAIN): Promise<void> {
  const chunks: (() => Promise<unknown>)[] = [];
  const perWeek = Math.ceil(rows / WEEKS);
  for (let week = 0; week < WEEKS; week++) {
    const day = new Date(Date.now() - week * WEEK_MS);
    await ensurePartitions(sql, 0, day);
    const { suffix, from, to } = weekOf(day);
    const span = { from: millisecondsOf(from), to: Math.min(millisecondsOf(to), Date.now()) - 60_000 };
    for (let first = 0; first < perWeek; first += CHUNK) {
      const last = Math.min(first + CHUNK, perWeek) - 1;
      chunks.push(() =>
        sql.unsafe(
          chunkStatement(suffix, span, perWeek, first, last, { ...variety, tags: variety.tags(week) }),
        ),
      );
    }
  }
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) await chunk();
    }),
  );
  await sql`vacuum analyze`;
}

/** An id begins with its moment (RFC 9562): the first 48 bits. */
function millisecondsOf(id: string): number {
  return Number.parseInt(id.slice(0, 13).replace('-', ''), 16);
}

/**
 * Several statements in one message, so in one transaction. Ids are made from the row's number: the tables come to fit each other.
 * Rows are written as they are accepted and then changed as they are settled: written in their last form, they would leave gaps in
 * their pages that no row of a real history leaves.
 */
function chunkStatement(
  suffix: string,
  span: { from: number; to: number },
  perWeek: number,
  first: number,
  last: number,
  { tags, category, companyId }: Record<keyof Variety, string>,
): string {
  const ms = `(${span.from} + i::bigint * ${Math.floor((span.to - span.from) / perWeek)})`;
  const id = (salt: string) =>
    `(lpad(to_hex(${ms}), 12, '0') || '7' || substr(md5(i || '${salt}'), 1, 3) || '8' || substr(md5(i || '${salt}'), 4, 15))::uuid`;
  const at = `to_timestamp(${ms} / 1000.0)`;
  // As lib/messages/words.ts has them.
  const words = `array_to_tsvector(array['your', 'receipt', i::text, 'example',
      '=customer' || i % 300000 || '@example.net', '%' || ${category}] || array(select '#' || tag from unnest(${tags}) as tag))`;
  const numbers = `generate_series(${first}, ${last}) as i`;
  return `
    set local synchronous_commit = off;
    insert into messages_${suffix} (id, company_id, status, channel, priority, category, sender, subject, recipients, recipient_addresses, tags,
      attachment_count, size_bytes, accepted_by_type, accepted_at, due_at)
    select ${id('m')}, ${companyId}, 'queued', 'email', 2, ${category}, 'receipts@example.com', 'Your receipt ' || i,
      jsonb_build_array(jsonb_build_object('kind', 'to', 'address', 'customer' || i % 300000 || '@example.net', 'status', 'waiting')),
      array['customer' || i % 300000 || '@example.net'], ${tags}, 0, 60, 'token:bench', ${at}, ${at}
    from ${numbers};
    insert into message_bodies_${suffix} (message_id, text, words)
    select ${id('m')}, 'Thank you for your payment. Receipt ' || i, ${words} from ${numbers};
    insert into attempts_${suffix} (id, message_id, provider_id, provider, claim_no, started_at, candidates)
    select ${id('a')}, ${id('m')}, p.id, 'sink', 1, ${at}, '[{"rank": 1, "reason": "chosen"}]'
    from ${numbers}, (select id from providers limit 1) p;
    insert into events_${suffix} (id, message_id, company_id, type, at, recipient, provider_id)
    select ${id('q')}, ${id('m')}, ${companyId}::uuid, 'queued', ${at}, null, null from ${numbers}
    union all select ${id('s')}, ${id('m')}, ${companyId}, 'sent', ${at}, 'customer' || i % 300000 || '@example.net', p.id
    from ${numbers}, (select id from providers limit 1) p;
    update messages_${suffix} m
    set status = 'sent', claim_no = 1, provider_id = p.id, due_at = null, finished_at = ${at},
      recipients = jsonb_set(recipients, '{0}', recipients->0 || '{"status": "accepted", "code": "250", "reply": "250 2.0.0 accepted"}')
    from ${numbers}, (select id from providers limit 1) p where m.id = ${id('m')};
    update attempts_${suffix} a
    set finished_at = ${at}, duration_ms = 12, outcomes = jsonb_build_array(jsonb_build_object(
      'outcome', 'accepted', 'reply', '250 2.0.0 accepted', 'providerMessageId', substr(md5(i || '${suffix}'), 1, 20)))
    from ${numbers} where a.message_id = ${id('m')} and a.id = ${id('a')}`;
}
