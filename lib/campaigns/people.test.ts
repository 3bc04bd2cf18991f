import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { listMembers } from '@/lib/lists/members';
import { makeCampaign, plantContacts, runToEnd } from '@/lib/testing/campaigns';
import { makeContact } from '@/lib/testing/contacts';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { checkCampaign } from './check';
import { exportRecipients } from './export';
import { listOfRecipients } from './people';
import { resendCampaign } from './resend';
import { startCampaign } from './start';

useDatabaseForEachTest();
beforeEach(async () => {
  vi.stubEnv('PUBLIC_URL', 'https://relevo.example');
  await makeProvider({ fromEmail: 'news@school.example' });
});

const start = (id: string) => startCampaign(testContext, { id, anyway: true });

async function did(address: string, type: string, machine = false): Promise<void> {
  const detail = machine ? { machine: 'proxy' } : {};
  await sql()`
    insert into events (id, message_id, type, at, detail)
    select ${newId()}, id, ${type}, now(), ${sql().json(detail)}::jsonb from messages where recipient_addresses[1] = ${address}
    order by id desc limit 1`;
}

/** To five people: p1 opened, p2 clicked, a program opened that of p3, p4 unsubscribed, p5 did nothing. */
async function sent(): Promise<string> {
  await plantContacts(5);
  const { id } = await makeCampaign({
    variants: [{}, { subject: 'Second' }],
    test: { percent: 100, metric: 'none', waitHours: 1 },
  });
  await start(id);
  await runToEnd(id);
  await did('p1@example.com', 'opened');
  await did('p2@example.com', 'clicked');
  await did('p3@example.com', 'opened', true);
  await did('p4@example.com', 'unsubscribed');
  return id;
}

const read = async (id: string) =>
  (await new Response(await exportRecipients(testContext, { id })).text())
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));

describe('who did what of a campaign', () => {
  it('is a file with a line for each, what programs did apart, and no formula', async () => {
    await makeContact({ email: 'p9@example.com', name: '=HYPERLINK("https://evil.example")' });
    const id = await sent();
    const [names, ...lines] = await read(id);
    const of = (address: string) => {
      const line = lines.find((cells) => cells.includes(address))!;
      return Object.fromEntries(names!.map((name, at) => [name, line[at]]));
    };
    expect(lines).toHaveLength(6);
    const told = (address: string) =>
      Object.entries(of(address))
        .filter(([name, value]) => /At$/.test(name) && value)
        .map(([name]) => name);
    expect(told('p1@example.com')).toEqual(['sentAt', 'openedAt']);
    expect(told('p2@example.com')).toEqual(['sentAt', 'clickedAt']);
    expect(told('p3@example.com')).toEqual(['sentAt', 'openedByProgramAt']);
    expect(told('p4@example.com')).toEqual(['sentAt', 'unsubscribedAt']);
    expect(of('p5@example.com')).toMatchObject({ outcome: 'sent', variant: expect.stringMatching(/^[AB]$/) });
    expect(lines.flat()).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  });

  it('is complete beyond what is read at a time', async () => {
    await plantContacts(4_100);
    const { id } = await makeCampaign();
    const rows = sql()`
      insert into campaign_recipients (campaign_id, contact_id, address, send_at, state)
      select ${id}, id, email, now(), 'pending' from contacts`;
    await rows;
    const [, ...lines] = await read(id);
    expect(new Set(lines.map(([contact]) => contact)).size).toBe(4_100);
  });

  it('becomes a list, of which nobody says that they agreed', async () => {
    const id = await sent();
    const list = await listOfRecipients(testContext, { id, did: 'clicked', title: 'Who clicked' });
    const { data } = await listMembers(testContext, { id: list.id, limit: 10 });
    expect(data.map(({ email, state, agreedAt }) => [email, state, agreedAt])).toEqual([
      ['p2@example.com', 'subscribed', null],
    ]);
    await expect(
      listOfRecipients(testContext, { id, did: 'clicked', title: 'who CLICKED' }),
    ).rejects.toMatchObject({ code: 'name_taken' });
  });
});

describe('sent again to who did not open', () => {
  it('goes to those of whom nobody knows it, and says of how many that may be wrong', async () => {
    const id = await sent();
    const again = await resendCampaign(testContext, { id, title: 'Again', subject: 'In case you missed it' });
    expect(again).toMatchObject({
      state: 'draft',
      resendOf: id,
      subject: 'In case you missed it',
      variants: [],
    });
    const { checks, counts } = await checkCampaign(testContext, { id: again.id });
    expect(counts.audience).toBe(3);
    expect(checks.filter(({ name }) => name === 'resend')).toMatchObject([
      { state: 'warn', code: 'early', values: { hours: 0 } },
      { state: 'warn', code: 'caution', values: { machines: 1 } },
    ]);
    await start(again.id);
    expect((await runToEnd(again.id)).books).toMatchObject({ audience: 3, sent: 3 });
    const rows = await sql()<{ to: string }[]>`
      select recipient_addresses[1] as to from messages where campaign_id = ${again.id} order by 1`;
    expect(rows.map(({ to }) => to)).toEqual(['p3@example.com', 'p4@example.com', 'p5@example.com']);
  });

  it('is refused where nobody knows who opened: not counted, or not over yet', async () => {
    const reason = (id: string) =>
      resendCampaign(testContext, { id, title: 'Again' }).catch((error) => error.options.reason.code);
    const { id: unseen } = await makeCampaign({ tracking: { opens: false, clicks: true } });
    expect(await reason(unseen)).toBe('campaign_state');
    await sql()`update campaigns set state = 'finished' where id = ${unseen}`;
    expect(await reason(unseen)).toBe('campaign_not_tracked');
  });
});
