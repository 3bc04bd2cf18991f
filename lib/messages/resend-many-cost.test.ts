import { beforeAll, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { measurePlans } from '@/lib/testing/measure-plans';
import { resendMessages } from './resend-many';
import { ResendInput } from './schema';

useTestDatabase();

const MESSAGES = 30_000;

/** Nearly all were sent; half of all have a tag that is not rare, and forty of those wait for a person. */
beforeAll(async () => {
  const id = `(lpad(to_hex(${Date.now() - MESSAGES} + n), 12, '0') || '7000' || '8' || substr(md5(n::text), 1, 15))::uuid`;
  const tags = `case when n <= ${MESSAGES / 2} then array['newsletter'] when n % 10000 = 1 then array['rare'] else '{}' end`;
  await sql().unsafe(`
    insert into messages (id, status, priority, category, recipients, recipient_addresses, tags, size_bytes, accepted_by_type, accepted_at)
    select ${id}, case when n % 250 = 1 then 'parked' when n % 250 = 2 then 'failed' else 'sent' end, 2, 'transactional',
      '[{"kind":"to","address":"ana@example.com","status":"waiting"}]', array['ana@example.com'], ${tags}, 10, 'token', now()
    from generate_series(1, ${MESSAGES}) n;
    insert into message_bodies (message_id, words)
    select ${id}, array_to_tsvector(array['=ana@example.com'] || array(select '#' || tag from unnest(${tags}) tag)) from generate_series(1, ${MESSAGES}) n`);
  await sql()`vacuum analyze messages, message_bodies`;
}, 60_000);

it.each<[object, number]>([
  [{}, 120],
  [{ tag: 'newsletter' }, 60],
  [{ tag: 'newsletter', status: ['parked', 'failed'] }, 120],
  [{ tag: 'rare' }, 1],
  [{ tag: 'nobody' }, 0],
  [{ to: 'Ana@example.com' }, 120],
])(
  'reads what came to rest, and no more of what has the tag than tells that it is common: %j',
  async (filter, matched) => {
    const input = ResendInput.parse({ filter, dryRun: true });
    const { result, cost } = await measurePlans(() => resendMessages(testContext, input));
    expect(result).toEqual({ matched, resent: 0 });
    expect(cost.seqScans).toEqual([]);
    expect(cost.rows).toBeLessThan(5_000);
  },
);
