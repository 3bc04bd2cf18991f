import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { cpuMs } from '@/lib/testing/cpu';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { addMailbox, bounceOf, makeMailboxesDue, serveImap, viewMailbox } from '@/lib/testing/mailboxes';
import { readCertificate, trustTestCertificates } from '@/lib/testing/smtp-server';
import { makeMail } from '../mails/make-mail';
import { updateMailbox } from './change';
import { MailboxFailure } from './failure';
import { claimDue, recordMail, settleFailure, settleRead } from './lease';
import { readDueMailboxes } from './read-due';

useTestDatabase();
beforeAll(async () => {
  trustTestCertificates();
  await makeProvider({ name: 'Main' });
});
beforeEach(() => sql()`delete from bounce_mailboxes`);

const statusOf = async (id: string) => (await getMessage(testContext, id)).status;
const bouncesOf = async (id: string) =>
  (await sql()`select from events where message_id = ${id} and type = 'bounced'`).length;

async function makeSent() {
  const { id } = await makeMessage();
  await deliverMessages(newId(), [id]);
  return id;
}

describe('reading', () => {
  it('notes what came, marks it as seen, and reads nothing twice', async () => {
    const { imap, port } = await serveImap();
    const [first, second] = [await makeSent(), await makeSent()];
    imap.add(bounceOf(first));
    const id = await addMailbox(port);
    await readDueMailboxes();
    expect(await statusOf(first)).toBe('bounced');
    expect([...imap.folders.INBOX!.mails[0]!.flags]).toEqual(['\\Seen']);
    expect(await viewMailbox(id)).toMatchObject({ mailsRead: 1, mailsNoted: 1, failure: null });
    imap.add(bounceOf(second));
    await makeMailboxesDue();
    await readDueMailboxes();
    expect(await statusOf(second)).toBe('bounced');
    expect(imap.commands.filter((line) => line.startsWith('UID FETCH'))).toHaveLength(2);
    await makeMailboxesDue();
    await readDueMailboxes();
    expect(await viewMailbox(id)).toMatchObject({ mailsRead: 2, mailsNoted: 2 });
  });

  it('comes when its time has come, and not before', async () => {
    const { imap, port } = await serveImap();
    await addMailbox(port);
    await readDueMailboxes();
    const commands = imap.commands.length;
    await readDueMailboxes();
    expect(imap.commands).toHaveLength(commands);
  });

  it('moves what was read into a folder, which it makes', async () => {
    const { imap, port } = await serveImap();
    imap.add(bounceOf(await makeSent()));
    await addMailbox(port, { afterReading: 'move', moveTo: 'Read by Relevo' });
    await readDueMailboxes();
    expect(imap.folders.INBOX!.mails).toEqual([]);
    expect(imap.folders['Read by Relevo']!.mails).toHaveLength(1);
  });

  it('leaves mails as they are where it shall', async () => {
    const { imap, port } = await serveImap();
    imap.add(bounceOf(await makeSent()));
    await addMailbox(port, { afterReading: 'nothing' });
    await readDueMailboxes();
    expect(imap.commands.filter((line) => /STORE|MOVE|COPY/.test(line))).toEqual([]);
  });

  it.each(['tls', 'starttls'] as const)('goes by %s', async (security) => {
    const { imap, port } = await serveImap({ security, certificate: readCertificate('known') });
    const message = await makeSent();
    imap.add(bounceOf(message));
    await addMailbox(port, { security, host: 'localhost' });
    await readDueMailboxes();
    expect(await statusOf(message)).toBe('bounced');
  });

  it('of the mailbox of one company tells nothing of the messages of others', async () => {
    const { imap, port } = await serveImap();
    const [message, company] = [await makeSent(), await makeCompany()];
    imap.add(bounceOf(message));
    const id = await addMailbox(port, { company: company.key });
    await readDueMailboxes();
    expect(await statusOf(message)).toBe('sent');
    expect(await viewMailbox(id)).toMatchObject({ mailsRead: 1, mailsNoted: 0, company: company.key });
  });
});

describe('nothing is missed and nothing counted twice', () => {
  it('where the worker was killed after a mail was noted, before its number was kept', async () => {
    const { imap, port } = await serveImap();
    const [first, second] = [await makeSent(), await makeSent()];
    imap.add(bounceOf(first));
    imap.add(bounceOf(second));
    const id = await addMailbox(port);
    await readDueMailboxes();
    // As it was before the number of the second was kept, with the lease of who is dead.
    await sql()`
      update bounce_mailboxes set last_uid = 1, mails_read = 1, mails_noted = 1, next_at = now(),
        leased_until = now() + interval '1 hour'`;
    await readDueMailboxes();
    expect(await viewMailbox(id)).toMatchObject({ mailsRead: 1 });
    await sql()`update bounce_mailboxes set leased_until = now() - interval '1 second'`;
    await readDueMailboxes();
    expect(await viewMailbox(id)).toMatchObject({ mailsRead: 2, mailsNoted: 1 });
    expect([await bouncesOf(first), await bouncesOf(second)]).toEqual([1, 1]);
  });

  it('where the connection breaks in the middle', async () => {
    let broken = false;
    const { imap, port } = await serveImap({
      onCommand: (line) => {
        if (broken || !line.startsWith('UID FETCH 2')) return undefined;
        broken = true;
        return 'drop';
      },
    });
    const messages = [await makeSent(), await makeSent(), await makeSent()];
    for (const message of messages) imap.add(bounceOf(message));
    const id = await addMailbox(port);
    await readDueMailboxes();
    expect(await viewMailbox(id)).toMatchObject({ mailsRead: 1, failure: { cause: 'protocol' } });
    await makeMailboxesDue();
    await readDueMailboxes();
    expect(await viewMailbox(id)).toMatchObject({ mailsRead: 3, mailsNoted: 3, failure: null });
    expect(await Promise.all(messages.map(bouncesOf))).toEqual([1, 1, 1]);
  });

  it('where all numbers are new: another validity', async () => {
    const { imap, port } = await serveImap();
    const [first, second] = [await makeSent(), await makeSent()];
    for (let number = 0; number < 4; number++) imap.add(makeMail({ body: 'Hello' }));
    imap.add(bounceOf(first));
    const id = await addMailbox(port);
    await readDueMailboxes();
    // The server was restored: the same mail and a new one, both under numbers that were read before.
    Object.assign(imap.folders.INBOX!, { uidValidity: 2, uidNext: 1, mails: [] });
    imap.add(bounceOf(first));
    imap.add(bounceOf(second));
    await makeMailboxesDue();
    await readDueMailboxes();
    expect(await statusOf(second)).toBe('bounced');
    expect([await bouncesOf(first), await bouncesOf(second)]).toEqual([1, 1]);
    expect(await viewMailbox(id)).toMatchObject({ mailsNoted: 2 });
  });

  it('where two workers come at once: one reads', async () => {
    const { imap, port } = await serveImap();
    const message = await makeSent();
    imap.add(bounceOf(message));
    const id = await addMailbox(port);
    await Promise.all([readDueMailboxes(), readDueMailboxes(), readDueMailboxes()]);
    expect(imap.commands.filter((line) => line.startsWith('LOGIN'))).toHaveLength(1);
    expect(await viewMailbox(id)).toMatchObject({ mailsRead: 1 });
  });

  it('where a worker was thought dead and is not: what it says then counts no more', async () => {
    const id = await addMailbox(1);
    const late = (await claimDue())!;
    expect(await claimDue()).toBeUndefined();
    await sql()`update bounce_mailboxes set leased_until = now() - interval '1 second'`;
    const owner = (await claimDue())!;
    const mail = { uid: 7, noted: true, unreadable: false };
    expect(await recordMail(late, mail)).toBe(false);
    await settleFailure(late, new MailboxFailure('auth'));
    await settleRead(late, false);
    expect(await claimDue()).toBeUndefined();
    expect(await viewMailbox(id)).toMatchObject({ mailsRead: 0, failure: null, readAt: null });
    expect(await recordMail(owner, mail)).toBe(true);
    // A person who saves the settings anew takes it from whoever reads by the old ones.
    await updateMailbox(testContext, { id, everyMinutes: 9 });
    expect(await recordMail(owner, { ...mail, uid: 8 })).toBe(false);
    expect(await viewMailbox(id)).toMatchObject({ mailsRead: 1, mailsNoted: 1 });
  });
});

describe('mails that were made to harm', () => {
  it('of 50 MB are read at their beginning', async () => {
    const { imap, port } = await serveImap();
    const message = await makeSent();
    imap.add(bounceOf(message, 'x'.repeat(70).concat('\r\n').repeat(700_000)));
    const before = process.memoryUsage().rss;
    await addMailbox(port);
    await readDueMailboxes();
    expect(await statusOf(message)).toBe('bounced');
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
    expect(imap.commands.find((line) => line.startsWith('UID FETCH'))).toContain('<0.2097152>');
  });

  it('with parts without end are passed over, and the next one is read', async () => {
    const { imap, port } = await serveImap();
    const message = await makeSent();
    const bomb = `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\n'.repeat(200_000)}`;
    imap.add(Buffer.from(bomb));
    imap.add(Buffer.from('\0\xff no mail at all', 'latin1'));
    imap.add(bounceOf(message));
    const id = await addMailbox(port);
    const before = cpuMs();
    await readDueMailboxes();
    expect(cpuMs() - before).toBeLessThan(5_000);
    expect(await statusOf(message)).toBe('bounced');
    expect(await viewMailbox(id)).toMatchObject({ mailsRead: 3, mailsUnreadable: 1 });
  });
});
