import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { MessageInput } from '@/lib/messages/schema';
import { getStatus } from '@/lib/status/get';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { deliverAgain } from '@/lib/testing/deliver';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { acceptMessage } from './accept';

useDatabaseForEachTest();

const test: Context = { ...testContext, test: true };
const send = (ctx: Context, more: object = {}) =>
  acceptMessage(
    ctx,
    MessageInput.parse({
      to: 'ana@example.com',
      from: 'desk@clinic.example',
      subject: 'x',
      text: 'x',
      ...more,
    }),
  );
const sandboxes = () =>
  sql()<{ name: string; company: string | null }[]>`
    select name, company_id as company from providers where kind = 'sandbox' order by id`;
const stateOf = async (id: string) => (await sql()`select status from messages where id = ${id}`)[0]!.status;

let company: string;
beforeEach(async () => {
  company = (await makeCompany()).id;
});

describe('a test message where there is no sandbox', () => {
  it('gets one for tests, once, however many come at once, and is kept there', async () => {
    await makeProvider();
    const sent = await Promise.all([1, 2, 3, 4].map(() => send(test)));
    expect(await sandboxes()).toEqual([{ name: 'Test messages', company: null }]);
    await deliverAgain([sent[0]!.id]);
    expect(await stateOf(sent[0]!.id)).toBe('captured');
  });

  it('may leave out its sender', async () => {
    const { id } = await send(test, { from: undefined });
    await deliverAgain([id]);
    expect(await stateOf(id)).toBe('captured');
  });

  it('gets one of its company, beside which a shared one would do', async () => {
    await send({ ...test, companyId: company });
    expect(await sandboxes()).toEqual([{ name: 'Test messages', company }]);
    await send(test);
    expect(await sandboxes()).toHaveLength(2);
  });

  it('has another name where that one is taken', async () => {
    await makeProvider({ name: 'test MESSAGES' });
    await send(test);
    expect(await sandboxes()).toMatchObject([{ name: 'Test messages 2' }]);
  });

  it('is kept, too, where it names a provider that sends', async () => {
    const { name } = await makeProvider();
    const { id } = await send(test, { providers: [name] });
    await deliverAgain([id]);
    expect(await stateOf(id)).toBe('captured');
  });
});

it('what is meant to arrive never gets into a sandbox for tests, though there is no other provider', async () => {
  await send(test);
  const { id } = await send(testContext);
  await deliverAgain([id]);
  expect(await stateOf(id)).not.toBe('captured');
  expect((await getStatus(testContext)).reasons).toContain('no_provider');
});

it('an ordinary message makes none', async () => {
  await makeProvider();
  await send(testContext);
  expect(await sandboxes()).toEqual([]);
});
