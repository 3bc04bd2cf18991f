import { createHash, generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { signMail } from '@/lib/dkim/sign';
import { forgetEnv } from '@/lib/env';
import { getSource } from '@/lib/messages/content';
import { closeAdapters } from '@/lib/providers/registry';
import { updateSettings } from '@/lib/settings/update';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverAgain } from '@/lib/testing/deliver';
import { openDoor, RawClient } from '@/lib/testing/door';
import { closeBreakers, makeProvider, makeToken, testContext, useOneTry } from '@/lib/testing/factories';
import { startMailServer } from '@/lib/testing/smtp-server';
import { verifyDkim } from '@/lib/testing/verify-dkim';

useTestDatabase();
useOneTry();
allowLoopbackTargets();
beforeEach(async () => {
  await sql()`delete from providers`;
  await closeBreakers();
});
afterEach(closeAdapters);

const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex');
const lines = (...all: string[]) => Buffer.from(`${all.join('\r\n')}\r\n`);
const HEAD = [
  'Message-ID: <13@shop.example>',
  'Date: Mon, 30 Nov 2026 03:00:00 +0000',
  'From: Clinic <clinic@example.com>',
  'To: Ana <ana@example.com>',
];
const PLAIN = lines(
  ...HEAD,
  'Subject:  two blanks,',
  '\tand a fold',
  'X-Odd:kept',
  '',
  'Thank you.',
  '..',
  'Bye.',
);

async function carrier() {
  const server = await startMailServer();
  const settings = { host: '127.0.0.1', port: server.port, security: 'none', timeoutMs: 5000 };
  await makeProvider({ kind: 'smtp', settings });
  return server;
}

/** Every message tells when it is opened and which links are followed. */
async function trackAll(): Promise<void> {
  vi.stubEnv('PUBLIC_URL', 'https://relevo.example.com');
  forgetEnv();
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    forgetEnv();
    await updateSettings(testContext, { delivery: { tracking: { opens: [], clicks: [] } } });
  });
  const all: ['transactional'] = ['transactional'];
  await updateSettings(testContext, { delivery: { tracking: { opens: all, clicks: all } } });
}

/** By a raw client, as it stands. */
async function handIn(mail: Buffer, to = ['ana@example.com']): Promise<string> {
  const client = await RawClient.open(await openDoor());
  await client.signIn(await makeToken(['messages:send']));
  await client.say('MAIL FROM:<bounce@example.com>');
  for (const one of to) await client.say(`RCPT TO:<${one}>`);
  await client.say('DATA');
  const stuffed = `\n${mail.toString('latin1')}`.replaceAll('\n.', '\n..').slice(1);
  client.write(`${stuffed}.\r\n`);
  const reply = await client.reply();
  return /queued as ([\w-]{36})/.exec(reply)?.[1] ?? reply;
}

const SIGNED = lines(
  ...HEAD,
  'Subject: Contract',
  'MIME-Version: 1.0',
  'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary=s',
  '',
  '--s',
  'Content-Type: text/plain',
  '',
  'I agree.',
  '--s',
  'Content-Type: application/pkcs7-signature; name=smime.p7s',
  'Content-Transfer-Encoding: base64',
  '',
  'MIIB',
  '--s--',
);

describe('a mail that its program wrote', () => {
  it('arrives byte for byte by an SMTP provider', async () => {
    const server = await carrier();
    const id = await handIn(PLAIN);
    const [message] = await deliverAgain([id]);
    expect(message!.status).toBe('sent');
    expect(server.mails[0]!.raw.toString()).toBe(PLAIN.toString());
    expect(sha256(server.mails[0]!.raw)).toBe(sha256(PLAIN));
  });

  it('keeps its DKIM signature, also where Relevo tracks', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
    const html = lines(
      ...HEAD,
      'Subject: Hi',
      'MIME-Version: 1.0',
      'Content-Type: text/html',
      '',
      '<p><a href="https://example.com/">x</a></p>',
    );
    const signer = { domain: 'example.com', selector: 's1', algorithm: 'ed25519' as const, key: privateKey };
    const mail = await signMail(html, [signer]);
    const server = await carrier();
    await trackAll();
    const [message] = await deliverAgain([await handIn(mail)]);
    expect(message!.status).toBe('sent');
    await deliverAgain([await handIn(html)]);
    const [{ raw }, unsigned] = server.mails as [(typeof server.mails)[0], (typeof server.mails)[0]];
    expect(sha256(raw)).toBe(sha256(mail));
    const record = { 's1._domainkey.example.com': `v=DKIM1; k=ed25519; p=${key}` };
    // Nobody vouches for this one, and what is asked of Relevo is put into it.
    expect(unsigned.raw.toString()).toContain('https://relevo.example.com/api/t/');
    expect(await verifyDkim(raw, record)).toMatchObject([{ domain: 'example.com', result: 'pass' }]);
  });

  it('goes without its blind copies and the options for Relevo, and is else the same', async () => {
    const server = await carrier();
    const more = lines(
      'Bcc: archive@example.com,',
      ' other@example.com',
      'X-Relevo-Tags: receipt',
      'X-PM-Tag: shop',
    );
    const id = await handIn(Buffer.concat([more, PLAIN]), ['ana@example.com', 'archive@example.com']);
    await deliverAgain([id]);
    expect(server.mails[0]!.to.toSorted()).toEqual(['ana@example.com', 'archive@example.com']);
    expect(sha256(server.mails[0]!.raw)).toBe(sha256(PLAIN));
    expect(await sql()`select tags from messages where id = ${id}`).toEqual([{ tags: ['receipt', 'shop'] }]);
    const source = Buffer.from(await new Response(await getSource(testContext, id)).arrayBuffer());
    expect(source.toString()).toBe(PLAIN.toString());
  });

  it('gets a date and an id where it has none, once and for all', async () => {
    const server = await carrier();
    const id = await handIn(lines(...HEAD.slice(2), 'Subject: x', '', 'y'));
    await deliverAgain([id]);
    const raw = server.mails[0]!.raw.toString();
    expect(raw).toMatch(
      /^Date: \w{3}, \d\d \w{3} \d{4} [\d:]{8} \+0000\r\nMessage-ID: <[\w-]{36}@example\.com>\r\nFrom: /,
    );
  });

  it('is kept among the files where it is large, and goes whole', async () => {
    const server = await carrier();
    const large = Buffer.concat([PLAIN, Buffer.from(`${'x'.repeat(76)}\r\n`.repeat(4000))]);
    const [message] = await deliverAgain([await handIn(large)]);
    expect(message!.attachments).toEqual([]);
    expect(sha256(server.mails[0]!.raw)).toBe(sha256(large));
  });

  it('is built anew where its lines are too long, or in letters that not every server takes', async () => {
    const server = await carrier();
    const [message] = await deliverAgain([await handIn(lines(...HEAD, 'Subject: x', '', 'x'.repeat(2000)))]);
    expect(message!.status).toBe('sent');
    expect(
      server.mails[0]!.raw.toString()
        .split('\r\n')
        .every((line) => line.length <= 998),
    ).toBe(true);
  });

  it('is known again, when the client repeats it', async () => {
    await carrier();
    expect(await handIn(PLAIN)).toMatch(/^[\w-]{36}$/);
    const token = await makeToken(['messages:send']);
    const port = await openDoor();
    const ids: string[] = [];
    for (let time = 0; time < 2; time++) {
      const client = await RawClient.open(port);
      await client.signIn(token);
      await client.say('MAIL FROM:<bounce@example.com>');
      await client.say('RCPT TO:<ana@example.com>');
      await client.say('DATA');
      client.write(`${PLAIN.toString().replaceAll('\n.', '\n..')}.\r\n`);
      ids.push(await client.reply());
    }
    expect(ids[0]).toBe(ids[1]);
  });
});

describe('a signed or encrypted mail', () => {
  it('passes over who would build it anew, and arrives as it was', async () => {
    const api = await startApiServer(() => ({ status: 202 }));
    await makeProvider({
      name: 'first',
      kind: 'sendgrid',
      priority: 100,
      settings: { endpoint: api.url },
      secrets: { apiKey: 'SG.x' },
    });
    const server = await carrier();
    const [message] = await deliverAgain([await handIn(SIGNED)]);
    expect(message).toMatchObject({ status: 'sent', attempts: [{ candidates: expect.any(Array) }] });
    expect(JSON.stringify(message!.attempts[0]!.candidates)).toContain('"what":"raw"');
    expect(api.calls).toEqual([]);
    expect(sha256(server.mails[0]!.raw)).toBe(sha256(SIGNED));
  });
});

describe('APIs that take a mail as it is', () => {
  const send = async (kind: 'ses' | 'mailgun', settings: object, secrets: object) => {
    const api = await startApiServer(() => ({ status: 200, body: { MessageId: '1', id: '<1@x>' } }));
    await makeProvider({ kind, settings: { endpoint: api.url, ...settings }, secrets } as never);
    const [message] = await deliverAgain([await handIn(SIGNED, ['ana@example.com', 'blind@example.com'])]);
    expect(message!.status).toBe('sent');
    return api.calls[0]!;
  };

  it('Amazon SES', async () => {
    const keys = { accessKeyId: 'AKIA', secretAccessKey: 'x' };
    const { body } = await send('ses', { region: 'eu-west-1' }, keys);
    const { Content, Destination } = JSON.parse(body.toString());
    expect(sha256(Buffer.from(Content.Raw.Data, 'base64'))).toBe(sha256(SIGNED));
    expect(Destination).toEqual({ ToAddresses: ['ana@example.com'], BccAddresses: ['blind@example.com'] });
  });

  it('Mailgun', async () => {
    const call = await send('mailgun', { domain: 'mg.example.com' }, { apiKey: 'key' });
    expect(call.path).toBe('/v3/mg.example.com/messages.mime');
    const headers = { 'content-type': call.headers['content-type']! };
    const form = await new Response(new Uint8Array(call.body), { headers }).formData();
    expect(form.getAll('to')).toEqual(['ana@example.com', 'blind@example.com']);
    expect(form.get('o:tracking')).toBe('no');
    const file = form.get('message') as File;
    expect(sha256(Buffer.from(await file.arrayBuffer()))).toBe(sha256(SIGNED));
  });
});
