import { describe, expect, it } from 'vitest';
import { forgetCompanies } from '@/lib/companies/cache';
import { sql } from '@/lib/database/db';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeProvider, makeReport, testContext } from '@/lib/testing/factories';
import { updateReport } from './change';
import { getReport } from './rows';
import { previewReport, sendReportNow } from './send';
import { sendDueReports } from './send-due';

useDatabaseForEachTest();

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** As if its hour had come that long ago. */
async function makeDue(id: string, agoMs = MINUTE_MS) {
  await sql()`update reports set next_at = ${new Date(Date.now() - agoMs)}, held_until = null where id = ${id}`;
}

const mails = () =>
  sql()<{ to: string[]; subject: string; html: string; companyId: string | null }[]>`
    select recipient_addresses as to, subject, html, company_id as "companyId"
    from messages join message_bodies on message_id = messages.id order by id`;
const report = (id: string) => getReport(testContext, { id });

describe('what is due', () => {
  it('goes to each recipient, with pictures and a table, and is due again with the next period', async () => {
    await makeProvider();
    const { id } = await makeReport({ recipients: ['ana@example.com', 'luis@example.com'] });
    await makeDue(id);
    await sendDueReports(new Date());
    const sent = await mails();
    expect(sent.map(({ to }) => to)).toEqual([['ana@example.com'], ['luis@example.com']]);
    const files = await sql()`select filename, content_type as type from message_attachments`;
    // Nothing was sent before: there is nothing to draw.
    expect(files).toMatchObject([{ type: 'text/csv' }, { type: 'text/csv' }]);
    const { nextAt, lastSentAt, problem } = await report(id);
    expect(Date.parse(nextAt!)).toBeGreaterThan(Date.now());
    expect(lastSentAt).not.toBeNull();
    expect(problem).toBeNull();
  });

  it('has its picture in it where something was sent', async () => {
    const { id: providerId } = await makeProvider();
    const { id } = await makeReport();
    await sql()`
      insert into delivery_minutes (minute, provider_id, category, slot, messages_sent, attempts_sent, last_used_at)
      values (date_trunc('day', now(), 'utc') - interval '5 hours', ${providerId}, 'transactional', 0, 42, 42, now())`;
    await makeDue(id);
    await sendDueReports(new Date());
    const [mail] = await mails();
    expect(mail!.html).toContain('src="cid:volume@relevo"');
    const files =
      await sql()`select filename, content_id as "contentId" from message_attachments order by position`;
    expect(files).toMatchObject([
      { filename: 'volume.png', contentId: 'volume@relevo' },
      { contentId: null },
    ]);
    const page = await previewReport(testContext, { id });
    expect(page).toMatch(/src="data:image\/png;base64,iVBOR/);
    expect(page.replace(/data:image\/png;base64,[\w+/=]+/g, 'cid:volume@relevo')).toBe(mail!.html);
  });

  it('is sent once, whoever looks at the same time, and however often', async () => {
    await makeProvider();
    const { id } = await makeReport();
    await makeDue(id);
    await Promise.all([1, 2, 3, 4].map(() => sendDueReports(new Date())));
    expect(await mails()).toHaveLength(1);
    // Somebody died after the mails and before the note of it.
    await makeDue(id);
    await sendDueReports(new Date());
    expect(await mails()).toHaveLength(1);
  });

  it('comes late rather than never after an outage, and once rather than seven times', async () => {
    await makeProvider();
    const { id } = await makeReport();
    await makeDue(id, 7 * DAY_MS);
    for (const _ of [1, 2, 3]) await sendDueReports(new Date());
    expect(await mails()).toHaveLength(1);
    expect(Date.parse((await report(id)).nextAt!)).toBeGreaterThan(Date.now());
  });

  it('is nobody’s while it is paused, or before its hour', async () => {
    await makeProvider();
    const paused = await makeReport({ active: false });
    await makeDue(paused.id);
    await makeReport();
    await sendDueReports(new Date());
    expect(await mails()).toEqual([]);
  });

  it('waits for a provider and says so, and goes out once there is one', async () => {
    const { id } = await makeReport();
    await makeDue(id);
    await sendDueReports(new Date());
    expect(await report(id)).toMatchObject({ problem: 'no_provider', lastSentAt: null });
    await makeProvider();
    await sendDueReports(new Date());
    expect(await mails(), 'not before a quarter of an hour has passed').toEqual([]);
    await sql()`update reports set held_until = now() - interval '1 second'`;
    await sendDueReports(new Date());
    expect(await mails()).toHaveLength(1);
    expect((await report(id)).problem).toBeNull();
  });

  it('is told by the providers and with the figures of its company alone', async () => {
    const company = await makeCompany({ name: 'Clínica' });
    await makeProvider({ company: company.id });
    const own = await makeReport({ company: company.id, language: 'es' });
    const all = await makeReport({ language: 'en' });
    await makeDue(own.id);
    await makeDue(all.id);
    await sendDueReports(new Date());
    const sent = await mails();
    expect(sent).toMatchObject([{ companyId: company.id, subject: expect.stringContaining('Clínica') }]);
    expect((await report(all.id)).problem).toBe('no_provider');
  });

  it('of a company that is gone goes to nobody, and keeps nobody from theirs', async () => {
    const company = await makeCompany();
    await makeProvider();
    const orphan = await makeReport({ company: company.id });
    await sql()`delete from companies where id = ${company.id}`;
    forgetCompanies();
    const other = await makeReport();
    for (const { id } of [orphan, other]) await makeDue(id);
    await sendDueReports(new Date());
    expect(await mails()).toMatchObject([{ companyId: null }]);
    expect((await report(orphan.id)).active).toBe(false);
  });
});

describe('changed', () => {
  it('in its rhythm it comes at its next hour; in its name it stays as it is', async () => {
    const made = await makeReport({ frequency: 'daily', hour: 0 });
    const { id } = made;
    expect((await updateReport(testContext, { id, name: 'Another' })).nextAt).toBe(made.nextAt);
    const monthly = await updateReport(testContext, { id, frequency: 'monthly' });
    expect(monthly.nextAt).toMatch(/-01T00:00:00.000Z$/);
  });

  it('taken up again after months it does not send what was due then', async () => {
    await makeProvider();
    const { id } = await makeReport({ active: false });
    await makeDue(id, 90 * DAY_MS);
    await updateReport(testContext, { id, active: true });
    await sendDueReports(new Date());
    expect(await mails()).toEqual([]);
  });
});

it('sent by hand it goes out again, and says where nobody can carry it', async () => {
  const { id } = await makeReport();
  expect(await sendReportNow(testContext, { id })).toEqual({
    sent: 0,
    sandbox: false,
    problem: 'no_provider',
  });
  await makeProvider({ kind: 'sandbox' });
  for (const _ of [1, 2])
    expect(await sendReportNow(testContext, { id })).toEqual({ sent: 1, sandbox: true, problem: null });
  expect(await mails()).toHaveLength(2);
});
