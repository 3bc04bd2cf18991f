import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { idIn, mailer, openDoor, RawClient, storedMessages } from '@/lib/testing/door';
import { makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { readCertificate } from '@/lib/testing/smtp-server';
import { createToken } from '@/lib/tokens/create';
import { revokeToken } from '@/lib/tokens/revoke';

useTestDatabase();

beforeEach(async () => {
  await sql()`delete from messages`;
  await makeProvider();
});

const FROM = 'clinic@example.com';

async function boundToken(input: object) {
  const scopes: ['messages:send'] = ['messages:send'];
  return createToken(testContext, { name: `door ${Math.random()}`, scopes, ...input } as never);
}

const hasNothing = async () => expect(await storedMessages()).toEqual([]);

describe('a program that speaks SMTP', () => {
  it('hands in a message, and is told its id once it is stored', async () => {
    const shop = mailer(await openDoor(), await makeToken(['messages:send']));
    const { response, accepted } = await shop.sendMail({
      from: `Clínica <${FROM}>`,
      to: ['"Gómez, Ana" <ana@example.com>', 'luis@example.com'],
      cc: 'boss@example.com',
      bcc: 'archive@example.com',
      subject: 'Recibo nº 13',
      text: 'Gracias, señora.',
      html: '<p>Gracias, señora. <img src="cid:logo"></p>',
      attachments: [
        { filename: 'recibo ñ.pdf', content: Buffer.from('%PDF-1.4 x') },
        { filename: 'logo.png', content: Buffer.from('png'), cid: 'logo' },
      ],
      headers: { 'X-Relevo-Priority': 'urgent', 'X-Relevo-Tags': 'receipt, shop', 'X-Client': 'shop 2' },
    });
    expect(accepted).toHaveLength(4);
    const [message, ...others] = await storedMessages();
    expect(others).toEqual([]);
    expect(idIn(response)).toBe(message!.id);
    expect(message).toMatchObject({
      subject: 'Recibo nº 13',
      tags: ['receipt', 'shop'],
      priority: 0,
      html: expect.stringContaining('<img src="cid:logo">'),
      text: expect.stringContaining('Gracias, señora.'),
      headers: { 'X-Client': 'shop 2' },
    });
    expect(message!.recipients.map(({ address, kind, name }) => [kind, address, name ?? null])).toEqual([
      ['to', 'ana@example.com', 'Gómez, Ana'],
      ['to', 'luis@example.com', null],
      ['cc', 'boss@example.com', null],
      ['bcc', 'archive@example.com', null],
    ]);
    const files = await sql()`select filename, content_id from message_attachments order by filename`;
    expect(files).toEqual([
      { filename: 'logo.png', content_id: 'logo' },
      { filename: 'recibo ñ.pdf', content_id: null },
    ]);
  });

  it('finds its token trimmed, and its user name of no matter', async () => {
    const token = await makeToken(['messages:send']);
    const client = await RawClient.open(await openDoor());
    expect(await client.signIn(`${token} \r\n`)).toMatch(/^235 /);
  });

  it('the envelope says who gets it, the headers who is shown', async () => {
    const shop = mailer(await openDoor(), await makeToken(['messages:send']));
    const raw = `From: ${FROM}\r\nTo: ana@example.com, not-here@example.com\r\nSubject: x\r\n\r\nHello\r\n`;
    await shop.sendMail({ envelope: { from: FROM, to: ['ANA@example.com', 'hidden@example.com'] }, raw });
    const [message] = await storedMessages();
    expect(message!.recipients.map(({ kind, address }) => `${kind} ${address}`)).toEqual([
      'to ANA@example.com',
      'bcc hidden@example.com',
    ]);
  });

  it('whom no header shows gets a message of their own, so that nobody sees another', async () => {
    const shop = mailer(await openDoor(), await makeToken(['messages:send']));
    const raw = `From: ${FROM}\r\nTo: undisclosed-recipients:;\r\nSubject: x\r\n\r\nHello\r\n`;
    await shop.sendMail({ envelope: { from: FROM, to: ['a@example.com', 'b@example.com'] }, raw });
    const lists = (await storedMessages()).map(({ recipients }) => recipients.map(({ address }) => address));
    expect(lists.toSorted()).toEqual([['a@example.com'], ['b@example.com']]);
  });

  it('120 recipients are several messages, all or none', async () => {
    const shop = mailer(await openDoor(), await makeToken(['messages:send']));
    const to = Array.from({ length: 120 }, (_, n) => `reader-${n}@example.com`);
    await shop.sendMail({ from: FROM, to, subject: 'News', text: 'x' });
    expect((await storedMessages()).map(({ recipients }) => recipients.length)).toEqual([50, 50, 20]);
  });

  it('a domain beyond ASCII is written as DNS knows it', async () => {
    const client = await RawClient.open(await openDoor());
    await client.signIn(await makeToken(['messages:send']));
    await client.say(`MAIL FROM:<${FROM}>`);
    expect(await client.say('RCPT TO:<b@xn--bcher-kva.example>')).toMatch(/^250 /);
    await client.say('DATA');
    client.write(`From: ${FROM}\r\nSubject: x\r\n\r\nHello\r\n.\r\n`);
    expect(await client.reply()).toMatch(/^250 2\.0\.0 Ok: queued as /);
    const [message] = await storedMessages();
    expect(message!.recipients[0]!.address).toBe('b@xn--bcher-kva.example');
  });
});

describe('nobody else', () => {
  it.each([
    ['MAIL before anything', ['EHLO x', `MAIL FROM:<${FROM}>`]],
    ['HELO instead of EHLO', ['HELO x', `MAIL FROM:<${FROM}>`]],
    ['a wrong token, then MAIL', ['EHLO x', 'AUTH PLAIN AHgAcmx2X3dyb25n', `MAIL FROM:<${FROM}>`]],
  ])('%s', async (_name, lines) => {
    const client = await RawClient.open(await openDoor());
    let last = '';
    for (const line of lines) last = await client.say(line);
    expect(last).toMatch(/^530 /);
    await hasNothing();
  });

  it('without TLS from another machine: AUTH is not offered, MAIL refused with a word on what to do', async () => {
    const certificate = readCertificate('known');
    const pem = { key: certificate.key.toString(), cert: certificate.cert.toString() };
    const port = await openDoor({ certificate: pem, mayBePlain: () => false });
    const token = await makeToken(['messages:send']);
    const client = await RawClient.open(port);
    const greeting = await client.say('EHLO x');
    expect(greeting).toContain('STARTTLS');
    expect(greeting).not.toContain('AUTH');
    expect(await client.signIn(token)).not.toMatch(/^235/);
    expect(await client.say(`MAIL FROM:<${FROM}>`)).toMatch(
      /^530 5\.7\.0 Must issue a STARTTLS command first/,
    );
    // Injected before the handshake, it is thrown away.
    client.write(`STARTTLS\r\nMAIL FROM:<${FROM}>\r\n`);
    expect(await client.reply()).toMatch(/^220 /);
    const options = { requireTLS: true, tls: { rejectUnauthorized: false } };
    const { response } = await mailer(port, token, options).sendMail({
      from: FROM,
      to: 'ana@example.com',
      subject: 'x',
      text: 'x',
    });
    expect(idIn(response)).toBeDefined();
    expect(await storedMessages()).toHaveLength(1);
  });

  it('of a door without TLS, from another machine', async () => {
    const client = await RawClient.open(await openDoor({ mayBePlain: () => false }));
    expect(await client.say('EHLO x')).not.toMatch(/AUTH|STARTTLS/);
    expect(await client.say(`MAIL FROM:<${FROM}>`)).toMatch(/^530 /);
  });

  it.each([
    ['may not send', { scopes: ['messages:read'] }, /^535 5\.7\.8/],
    ['may come from elsewhere alone', { allowedIps: ['203.0.113.7/32'] }, /^535 5\.7\.8/],
  ])('whose token %s', async (_name, input, expected) => {
    const { token } = await boundToken(input);
    const client = await RawClient.open(await openDoor());
    expect(await client.signIn(token)).toMatch(expected);
  });

  it('whose token was revoked while the connection lived', async () => {
    const { token, id } = await boundToken({});
    const client = await RawClient.open(await openDoor());
    expect(await client.signIn(token)).toMatch(/^235 /);
    await revokeToken(testContext, { id });
    await expect
      .poll(async () => {
        const answer = await client.say(`MAIL FROM:<${FROM}>`);
        await client.say('RSET');
        return answer;
      })
      .toMatch(/^535 5\.7\.8/);
  });

  it('from an address that no program may come from', async () => {
    const port = await openDoor();
    const before = await RawClient.open(port);
    expect(await before.signIn(await makeToken(['messages:send']))).toMatch(/^235 /);
    await updateSettings(testContext, { security: { apiDeny: ['127.0.0.0/8'] } } as never);
    try {
      expect((await RawClient.open(port)).greeting).toMatch(/^554 5\.7\.1/);
      expect(await before.say(`MAIL FROM:<${FROM}>`)).toMatch(/^554 5\.7\.1/);
    } finally {
      await updateSettings(testContext, { security: { apiDeny: [] } } as never);
    }
  });

  it('from a domain that the token may not use', async () => {
    const { token } = await boundToken({ fromDomains: ['clinic.example'] });
    const shop = mailer(await openDoor(), token);
    const sent = shop.sendMail({ from: 'a@other.example', to: 'ana@example.com', subject: 'x', text: 'x' });
    await expect(sent).rejects.toThrow(/550 5\.7\.1 This token may send from clinic\.example only/);
    await hasNothing();
  });
});

describe('the same once more', () => {
  const message = { from: FROM, to: 'ana@example.com', subject: 'x', text: 'x', date: new Date(0) };

  it('is recognised by its Message-ID, envelope and bytes', async () => {
    const shop = mailer(await openDoor(), await makeToken(['messages:send']));
    const [first, second] = [
      await shop.sendMail({ ...message, messageId: '<1@shop>' }),
      await shop.sendMail({ ...message, messageId: '<1@shop>' }),
    ];
    expect(idIn(second.response)).toBe(idIn(first.response));
    expect(await storedMessages()).toHaveLength(1);
  });

  it('is another one with another text, to others, or without a Message-ID', async () => {
    const shop = mailer(await openDoor(), await makeToken(['messages:send']));
    await shop.sendMail({ ...message, messageId: '<2@shop>' });
    await shop.sendMail({ ...message, messageId: '<2@shop>', text: 'y' });
    await shop.sendMail({ ...message, messageId: '<2@shop>', to: 'luis@example.com' });
    const raw = `From: ${FROM}\r\nTo: ana@example.com\r\nSubject: disk full\r\n\r\nx\r\n`;
    for (let n = 0; n < 2; n++) await shop.sendMail({ envelope: { from: FROM, to: 'ana@example.com' }, raw });
    expect(await storedMessages()).toHaveLength(5);
  });

  it('by a key of its own: the same body is the first message, another one a conflict', async () => {
    const shop = mailer(await openDoor(), await makeToken(['messages:send']));
    const keyed = { ...message, headers: { 'X-Relevo-Idempotency-Key': 'order-13' } };
    const first = await shop.sendMail(keyed);
    expect(idIn((await shop.sendMail(keyed)).response)).toBe(idIn(first.response));
    await expect(shop.sendMail({ ...keyed, text: 'another' })).rejects.toThrow(/554 5\.6\.0/);
    const long = { ...keyed, headers: { 'X-Relevo-Idempotency-Key': 'k'.repeat(257) } };
    await expect(shop.sendMail(long)).rejects.toThrow(/554 5\.6\.0 The idempotency key/);
    expect(await storedMessages()).toHaveLength(1);
  });
});
