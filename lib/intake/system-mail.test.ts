import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeProvider } from '@/lib/testing/factories';
import { sendSystemMail } from './system-mail';

useDatabaseForEachTest();

const mail = { to: 'ana@example.com', subject: 'A new secret is waiting', text: 'Pick it up.' };
let companyId: string;
beforeEach(async () => {
  companyId = (await makeCompany()).id;
});

describe('sendSystemMail', () => {
  it('says that nobody could carry it, and stores nothing', async () => {
    expect(await sendSystemMail(mail)).toEqual({ ok: false, reason: 'no_provider' });
    await makeProvider({ active: false });
    await makeProvider({ company: companyId });
    expect(await sendSystemMail(mail)).toEqual({ ok: false, reason: 'no_provider' });
    expect(await sql()`select id from messages`).toHaveLength(0);
  });

  it('says that no provider has a sender, also where a sandbox has one', async () => {
    await makeProvider({ fromEmail: undefined });
    await makeProvider({ kind: 'sandbox' });
    expect(await sendSystemMail(mail)).toEqual({ ok: false, reason: 'no_sender' });
  });

  it('goes the way of all messages, before those of others', async () => {
    await makeProvider();
    const sent = await sendSystemMail(mail);
    expect(sent).toEqual({ ok: true, messageId: expect.any(String), sandbox: false });
    const rows = await sql()`
      select m.id, priority, subject, company_id, text, accepted_by_type from messages m join message_bodies on message_id = id`;
    const { to: _, ...said } = mail;
    expect(rows).toMatchObject([{ ...said, priority: 1, company_id: null, accepted_by_type: 'job' }]);
  });

  it('is sent by the providers of its company, too', async () => {
    await makeProvider({ company: companyId });
    expect(await sendSystemMail({ ...mail, companyId })).toMatchObject({ ok: true });
  });

  it('is carried by the first of those that work, in the order of their priority, however many there are', async () => {
    const ill = await makeProvider({ priority: 100 });
    const well = [];
    for (let priority = 1; priority <= 25; priority++) well.push(await makeProvider({ priority }));
    expect(await sendSystemMail({ ...mail, avoid: [ill.id] })).toMatchObject({ ok: true });
    const [row] = await sql()`select provider_ids from messages`;
    expect(row?.provider_ids).toEqual(
      well
        .toReversed()
        .slice(0, 20)
        .map(({ id }) => id),
    );
  });

  it('says that only a sandbox has it', async () => {
    await makeProvider({ kind: 'sandbox' });
    expect(await sendSystemMail(mail)).toMatchObject({ ok: true, sandbox: true });
  });

  it('asked for twice at once is one', async () => {
    await makeProvider();
    const both = await Promise.all([1, 2].map(() => sendSystemMail({ ...mail, key: 'pick-up 1' })));
    expect(both[0]).toEqual(both[1]);
    expect(await sql()`select id from messages`).toHaveLength(1);
  });
});
