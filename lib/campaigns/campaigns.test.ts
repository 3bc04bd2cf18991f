import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { subscribeToList } from '@/lib/lists/subscribe';
import { suppress } from '@/lib/suppressions/suppress';
import { makeCampaign, NEWSLETTER, plantContacts, runToEnd } from '@/lib/testing/campaigns';
import { makeContact } from '@/lib/testing/contacts';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { worker } from '@/lib/testing/deliver';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { makeList } from '@/lib/testing/lists';
import { makeTemplate } from '@/lib/testing/templates';
import { answerUnsubscribe } from '@/lib/tracking/answer-unsubscribe';
import { linkKey } from '@/lib/tracking/link-key';
import { signLink } from '@/lib/tracking/link-token';
import { getCampaign, updateCampaign } from './change';
import { checkCampaign } from './check';
import { pauseCampaign, resumeCampaign, stopCampaign } from './halt';
import { runCampaign, runCampaigns } from './run';
import { startCampaign } from './start';

useDatabaseForEachTest();
beforeEach(async () => {
  vi.stubEnv('PUBLIC_URL', 'https://relevo.example');
  await makeProvider({ fromEmail: 'news@school.example' });
});

const start = (id: string) => startCampaign(testContext, { id, anyway: true });
const jobs = async () =>
  (await sql()`select from graphile_worker.jobs where task_identifier like 'run-campaign%'`).length;
const perPerson = async () =>
  (await sql()`select count(*)::int as c from messages group by recipient_addresses[1]`).map(({ c }) => c);

describe('a campaign', () => {
  it('goes to each once, leaves out who must be, and its books balance', async () => {
    await plantContacts(1_203);
    for (const key of ['mother', 'father']) await makeContact({ email: 'family@example.com', key });
    await suppress({ companyId: null, address: 'p1@example.com', cause: 'hard_bounce', category: null });
    await suppress({
      companyId: null,
      address: 'p2@example.com',
      cause: 'unsubscribe',
      category: 'marketing',
    });
    const { id } = await makeCampaign();
    await start(id);
    const { state, books } = await runToEnd(id);
    expect(state).toBe('finished');
    expect(books).toMatchObject({
      ...{ audience: 1_205, sent: 1_202, excluded: 3, failed: 0, parked: 0, uncertain: 0, waiting: 0 },
      reasons: { bounced: 1, unsubscribed: 1, duplicate: 1 },
    });
    const counts = await perPerson();
    expect([counts.length, Math.max(...counts)]).toEqual([1_202, 1]);
  });

  it('begins once, however often it is started', async () => {
    await plantContacts(3);
    const { id } = await makeCampaign();
    await Promise.all([start(id), start(id), start(id)]);
    expect(await jobs()).toBe(1);
    await Promise.all([runCampaign(worker, id), runCampaign(worker, id)]);
    await Promise.all([runToEnd(id), runToEnd(id)]);
    expect((await perPerson()).toSorted()).toEqual([1, 1, 1]);
  });

  it('says what keeps it from beginning', async () => {
    const { id } = await makeCampaign({ template: 'nobody-wrote-it' });
    const { ready, checks } = await checkCampaign(testContext, { id });
    expect(ready).toBe(false);
    expect(checks.filter(({ state }) => state === 'bad').map(({ name, code }) => [name, code])).toEqual([
      ['audience', 'empty'],
      ['template', 'no_template'],
    ]);
    await expect(start(id)).rejects.toMatchObject({
      code: 'conflict',
      options: { reason: { code: 'campaign_not_ready' } },
    });
  });

  it('knows that mail waits for a provider that is paused, whatever sandbox is there', async () => {
    await sql()`update providers set active = false`;
    await makeProvider({ kind: 'sandbox', fromEmail: 'news@school.example' });
    const { id } = await makeCampaign();
    const { checks } = await checkCampaign(testContext, { id });
    expect(checks).toContainEqual(expect.objectContaining({ name: 'carrier', state: 'bad', code: 'nobody' }));
  });

  it('stays as it is once it has begun', async () => {
    await plantContacts(1);
    const { id } = await makeCampaign();
    await start(id);
    await expect(updateCampaign(testContext, { id, title: 'Other' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('that waits for its time is a draft again once it is changed, and sends what it says then', async () => {
    await plantContacts(1);
    const { id } = await makeCampaign({ startsAt: '2030-03-10T09:00' });
    await start(id);
    const template = (await makeTemplate({ ...NEWSLETTER, key: 'another' })).key;
    const changed = await updateCampaign(testContext, { id, template, startsAt: null, variants: [] });
    expect(changed).toMatchObject({ state: 'draft', beginsAt: null, startedBy: null });
    await start(id);
    expect((await runToEnd(id)).books).toMatchObject({ sent: 1 });
    expect(await sql()`select t.key from messages m join templates t on t.id = m.template_id`).toEqual([
      { key: 'another' },
    ]);
  });

  it('goes on with its version when the template is changed or archived meanwhile', async () => {
    await plantContacts(2);
    const { id, template } = await makeCampaign();
    await start(id);
    await runCampaign(worker, id);
    await sql()`update templates set archived_at = now() where key = ${template}`;
    expect((await runToEnd(id)).books).toMatchObject({ sent: 2 });
  });

  it('counts whom a variable is missing for as failed', async () => {
    await makeContact({ email: 'a@example.com', fields: { issue: 'abril' } });
    await makeContact({ email: 'b@example.com' });
    const { id } = await makeCampaign({ variables: {} });
    await start(id);
    expect((await runToEnd(id)).books).toMatchObject({ sent: 1, failed: 1, reasons: { variables: 1 } });
    expect((await sql()`select subject from messages`)[0]).toEqual({ subject: 'Novedades abril' });
  });
});

describe('whoever says no', () => {
  it('by one click gets nothing of the next', async () => {
    await plantContacts(2);
    const first = await makeCampaign();
    await start(first.id);
    await runToEnd(first.id);
    const [message] = await sql()`select id from messages where recipient_addresses[1] = 'p1@example.com'`;
    const link = { kind: 'unsubscribe', messageId: message!.id, recipient: 0 } as const;
    const whose = { companyId: null, category: 'marketing', address: 'p1@example.com' } as const;
    const token = signLink({ ...link, ...whose }, await linkKey());
    const request = new Request(`https://relevo.example/api/u/${token}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect((await answerUnsubscribe(request, token)).status).toBe(200);
    const second = await makeCampaign();
    await start(second.id);
    expect((await runToEnd(second.id)).books).toMatchObject({
      sent: 1,
      excluded: 1,
      reasons: { unsubscribed: 1 },
    });
  });

  it('between the beginning and their turn gets nothing', async () => {
    const list = await makeList({ optIn: 'single' });
    const contacts = ['a@example.com', 'b@example.com'].map((email) => ({ email }));
    await subscribeToList(testContext, { id: list.id, contacts, confirmed: true, again: false });
    const { id } = await makeCampaign({ audience: { lists: [list.id] } });
    await start(id);
    await runCampaign(worker, id);
    await sql()`update list_members set state = 'unsubscribed' where contact_id in (select id from contacts where email = 'a@example.com')`;
    expect((await runToEnd(id)).books).toMatchObject({ sent: 1, excluded: 1, reasons: { left_list: 1 } });
  });
});

describe('paused', () => {
  it('makes and sends nothing, and goes on where it was', async () => {
    await plantContacts(40);
    const { id } = await makeCampaign();
    await start(id);
    await runCampaign(worker, id);
    await pauseCampaign(testContext, { id });
    await runCampaign(worker, id);
    expect(await perPerson()).toEqual([]);
    await resumeCampaign(testContext, { id });
    expect((await runToEnd(id)).books).toMatchObject({ audience: 40, sent: 40 });
    expect(Math.max(...(await perPerson()))).toBe(1);
  });

  it('begins nothing of what was made before', async () => {
    await plantContacts(5);
    const { id } = await makeCampaign();
    await start(id);
    await runCampaign(worker, id);
    // As a worker leaves them that ends between making and sending.
    const row = await (await import('./rows')).readCampaign(testContext, id);
    const { ids } = await (await import('./feed')).feedSlice(row, 5);
    await pauseCampaign(testContext, { id });
    const { deliverAgain } = await import('@/lib/testing/deliver');
    await deliverAgain(ids);
    const standing = async () =>
      (await sql()`select distinct status from messages`).map(({ status }) => status);
    expect(await standing()).toEqual(['queued']);
    await stopCampaign(testContext, { id });
    const ended = await runToEnd(id);
    expect(ended).toMatchObject({ state: 'canceled', books: { audience: 5, sent: 0, excluded: 5 } });
    expect(await standing()).toEqual(['canceled']);
  });

  it('by itself, beyond the line of bounces', async () => {
    await plantContacts(300);
    const { id } = await makeCampaign();
    await start(id);
    await runCampaign(worker, id);
    await sql()`
      insert into topic_counts (kind, quarter, topic_id, slot, messages_sent, bounced) values ('campaign', date_trunc('hour', now()), ${id}, 1, 230, 20)`;
    await runCampaign(worker, id);
    expect(await getCampaign(testContext, { id })).toMatchObject({ state: 'paused', reason: 'bounces' });
    await resumeCampaign(testContext, { id });
    expect(await runToEnd(id)).toMatchObject({ state: 'finished', books: { audience: 300, sent: 300 } });
  });

  it('once more beyond another line than the one that a person knows of', async () => {
    await plantContacts(3);
    const { id } = await makeCampaign({ budget: { amount: '0' } });
    await start(id);
    await runCampaign(worker, id);
    const reason = async () => {
      await runCampaign(worker, id);
      const { reason, state } = await getCampaign(testContext, { id });
      return state === 'paused' && reason;
    };
    expect(await reason()).toBe('budget');
    await resumeCampaign(testContext, { id });
    await sql()`
      insert into topic_counts (kind, quarter, topic_id, slot, messages_sent, bounced) values ('campaign', date_trunc('hour', now()), ${id}, 1, 230, 20)`;
    expect(await reason()).toBe('bounces');
  });
});

it('begins at its time, and is missed rather than late by hours', async () => {
  await plantContacts(1);
  const startsAt = '2030-03-10T09:00';
  const { id } = await makeCampaign({ startsAt });
  expect(await start(id)).toMatchObject({ state: 'scheduled', beginsAt: '2030-03-10T09:00:00.000Z' });
  const late = await makeCampaign({ startsAt });
  await start(late.id);
  await sql()`update campaigns set begins_at = now() - interval '1 minute' where id = ${id}`;
  await sql()`update campaigns set begins_at = now() - interval '7 hours' where id = ${late.id}`;
  await runCampaigns();
  expect(await getCampaign(testContext, { id })).toMatchObject({ state: 'preparing' });
  expect(await getCampaign(testContext, { id: late.id })).toMatchObject({ state: 'missed' });
  expect(await jobs()).toBe(1);
});
