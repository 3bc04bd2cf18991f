import { beforeAll, beforeEach, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { cancelMessages } from './cancel-many';
import { csvOfMessages } from './export';
import { resendMessages } from './resend-many';
import { CancelInput, ExportQuery, ResendInput } from './schema';

useTestDatabase();
beforeAll(() => makeProvider({ name: 'Main' }));
beforeEach(async () => {
  await sql()`delete from messages`;
});

const cancel = (input: object, ctx = testContext) => cancelMessages(ctx, CancelInput.parse(input));
const resend = (input: object) => resendMessages(testContext, ResendInput.parse(input));

async function make(status: string, input: Parameters<typeof makeMessage>[0] = {}): Promise<string> {
  const { id } = await makeMessage(input);
  const due = ['scheduled', 'queued'].includes(status);
  await sql()`update messages set status = ${status}, due_at = ${due ? new Date() : null} where id = ${id}`;
  return id;
}

async function states(ids: string[]): Promise<string[]> {
  const rows = await sql()<{ status: string }[]>`
    select status from unnest(${ids}::uuid[]) with ordinality as i(id, n) join messages using (id) order by n`;
  return rows.map(({ status }) => status);
}

it('cancels those picked that can be canceled, and tells in which states the others are', async () => {
  const ids = [await make('queued'), await make('parked'), await make('sent'), await make('sent')];
  expect(await cancel({ ids, dryRun: true })).toEqual({ matched: 2, canceled: 0, refused: { sent: 2 } });
  expect(await cancel({ ids })).toEqual({ matched: 2, canceled: 2, refused: { sent: 2 } });
  expect(await states(ids)).toEqual(['canceled', 'canceled', 'sent', 'sent']);
});

it('cancels all that the list shows for the same filter, and no more than the limit', async () => {
  const tagged = [
    await make('queued', { tags: ['billing'] }),
    await make('queued', { tags: ['billing'] }),
    await make('queued'),
  ];
  expect(await cancel({ match: { tag: 'billing' }, limit: 1 })).toMatchObject({ canceled: 1 });
  expect(await cancel({ match: { tag: 'billing', status: 'queued' } })).toMatchObject({ canceled: 1 });
  expect(await states(tagged)).toEqual(['canceled', 'canceled', 'queued']);
});

it('sends those picked again, and tells what could not be', async () => {
  const ids = [await make('parked'), await make('failed'), await make('sent')];
  expect(await resend({ ids })).toEqual({ matched: 2, resent: 2, captured: 0, refused: { sent: 1 } });
  expect(await states(ids)).toEqual(['queued', 'queued', 'sent']);
});

it('sends for real what a sandbox kept, and says that a test is not', async () => {
  const kept = await makeSandboxKeep({});
  const test = await makeSandboxKeep({ tags: ['drill'] });
  const input = { ids: [kept, test, await make('parked')] };
  const told = { matched: 2, captured: 1, refused: { captured: 1 } };
  expect(await resend({ ...input, dryRun: true })).toEqual({ ...told, resent: 0 });
  expect(await resend(input)).toEqual({ ...told, resent: 2 });
  expect(await states([kept, test])).toEqual(['queued', 'captured']);
});

async function makeSandboxKeep(input: Parameters<typeof makeMessage>[0]): Promise<string> {
  const id = await make('captured', input);
  await sql()`
    update messages set recipients = (select jsonb_agg(r || '{"status": "captured"}') from jsonb_array_elements(recipients) r)
    where id = ${id}`;
  return id;
}

it('never touches what another company has', async () => {
  const id = await make('queued');
  const [own, other] = [await makeCompany({ name: 'Own' }), await makeCompany({ name: 'Other' })];
  await sql()`update messages set company_id = ${other.id} where id = ${id}`;
  const ctx = { ...testContext, companyId: own.id };
  expect(await cancel({ ids: [id] }, ctx)).toEqual({ matched: 0, canceled: 0, refused: {} });
  expect(await cancel({ match: {} }, ctx)).toEqual({ matched: 0, canceled: 0, refused: {} });
  expect(await csv({ ids: id }, ctx)).toHaveLength(1);
});

it('asks for those picked or a filter, not both and not neither', () => {
  expect(CancelInput.safeParse({}).success).toBe(false);
  expect(CancelInput.safeParse({ ids: ['01999999-0000-7000-8000-000000000000'], match: {} }).success).toBe(
    false,
  );
});

async function csv(query: object, ctx = testContext): Promise<string[]> {
  let text = '';
  for await (const piece of csvOfMessages(ctx, ExportQuery.parse(query))) text += piece;
  return text.split('\r\n').slice(0, -1);
}

it('exports what matches, newest first, without formulas', async () => {
  const old = await make('sent', { subject: '=HYPERLINK("http://x")', tags: ['a', 'b'] });
  const young = await make('parked', { subject: 'Factura, núm. 2' });
  const [head, first, second] = await csv({});
  expect(head).toBe(
    '\uFEFFid,acceptedAt,status,reason,subject,to,from,provider,company,category,priority,tags,attachments,scheduledAt,finishedAt,summary',
  );
  expect(first).toContain(`${young},`);
  expect(first).toContain(',parked,,"Factura, núm. 2",');
  expect(second).toContain(`${old},`);
  expect(second).toContain(`"'=HYPERLINK(""http://x"")",`);
  expect(second).toContain(',a b,');
  expect((await csv({ status: 'sent', bom: 'false' })).map((line) => line.slice(0, 2))).toEqual([
    'id',
    old.slice(0, 2),
  ]);
  expect(await csv({ ids: young })).toHaveLength(2);
});
