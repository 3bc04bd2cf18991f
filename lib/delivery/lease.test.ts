import { afterEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { closeAdapters } from '@/lib/providers/registry';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext, useOneTry } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { until } from '@/lib/testing/until';
import { deliverMessages } from './deliver';

useTestDatabase();
useOneTry();
afterEach(closeAdapters);

describe('the lease of a claim', () => {
  it('covers a send that begins near its end: no other worker takes the message meanwhile', async () => {
    const answer = Promise.withResolvers<string>();
    const server = await startScriptedSmtp({ body: answer.promise });
    const settings = { host: '127.0.0.1', port: server.port, security: 'none' };
    const { name } = await makeProvider({ kind: 'smtp', settings });
    const { id } = await makeMessage({ providers: [name] });
    // As if it had waited 9 minutes and 59 seconds for its permit: a second is left when the attempt begins.
    await sql().unsafe(`
      create function shorten() returns trigger language plpgsql as $$
        begin new.claimed_until := now() + interval '1 second'; return new; end $$;
      create trigger shorten before update on messages for each row when (new.claim_no > old.claim_no) execute function shorten()`);
    const sending = deliverMessages(newId(), [id]);
    await until(() => expect(server.mails).toHaveLength(1));
    const [row] =
      await sql()`select extract(epoch from claimed_until - now())::int as seconds from messages where id = ${id}`;
    // Connecting, each answer and the body may take their time, and then the result has to be written.
    expect(row?.seconds).toBeGreaterThan(120);
    await deliverMessages(newId(), [id]);
    answer.resolve('250 2.0.0 Ok: queued');
    await sending;
    expect(server.mails).toHaveLength(1);
    expect(await getMessage(testContext, id)).toMatchObject({ status: 'sent' });
    expect(await findViolations(sql())).toEqual([]);
  });
});
