import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { until } from '@/lib/testing/until';
import { deliverMessages } from './deliver';
import { closeLanes } from './pace/lanes';

useTestDatabase();

const worker = newId();

it('a worker that stops takes back the attempts of which nothing was sent: none of them is in doubt', async () => {
  const answer = Promise.withResolvers<string>();
  const { port, commands } = await startScriptedSmtp({ mail: answer.promise });
  const settings = { host: '127.0.0.1', port, security: 'none', pool: { maxConnections: 1 } };
  const { name } = await makeProvider({ kind: 'smtp', settings });
  const made = await Promise.all([1, 2, 3].map(() => makeMessage({ providers: [name] })));
  const ids = made.map(({ id }) => id);
  const delivery = deliverMessages(worker, ids);
  const begun = () => sql()`select from attempts where message_id = any(${ids}::uuid[])`;
  await until(async () => expect(await begun()).toHaveLength(3));
  await until(() => expect(commands.at(-1)).toMatch(/^MAIL/));
  closeLanes();
  answer.resolve('250 2.1.0 Ok');
  await delivery;
  const messages = await Promise.all(ids.map((id) => getMessage(testContext, id)));
  expect(messages.map(({ status, attempts }) => [status, attempts.length]).toSorted()).toEqual([
    ['queued', 0],
    ['queued', 0],
    ['sent', 1],
  ]);
});
