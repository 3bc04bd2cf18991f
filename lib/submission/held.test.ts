import { randomBytes } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { openDoor, RawClient } from '@/lib/testing/door';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { longestHoldMs } from '@/lib/testing/longest-hold';

useTestDatabase();

beforeEach(async () => {
  await sql()`delete from messages`;
  await makeProvider();
});

const MEGABYTE = 1024 * 1024;
const HEAD = 'From: clinic@example.com\r\nTo: ana@example.com\r\nSubject: x\r\nMIME-Version: 1.0\r\n';
const lines = (text: string) => `${text.replaceAll(/.{76}/g, '$&\r\n')}`;
const part = (head: string, body: string) => `--b\r\n${head}\r\n\r\n${body}\r\n`;
const mixed = (...parts: string[]) =>
  `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}--b--`;

const file = lines(randomBytes(17 * MEGABYTE).toString('base64'));

const LARGEST: Record<string, string> = {
  'a file of 17 MB': mixed(
    part('Content-Type: text/plain', 'Hola'),
    part(
      'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\nContent-Transfer-Encoding: base64',
      file,
    ),
  ),
  'a text of 4 MB in quoted-printable': `${HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${'=C3=B1andu=\r\n'.repeat(350_000)}`,
  'HTML of 4 MB': `${HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n${'<p>Hola niño</p>\r\n'.repeat(230_000)}`,
  '20 small files': mixed(
    ...Array.from({ length: 20 }, (_, n) =>
      part(`Content-Type: text/plain\r\nContent-Disposition: attachment; filename=${n}.txt`, 'x'),
    ),
  ),
  'one line of 20 MB': `${HEAD}\r\n${'x'.repeat(20 * MEGABYTE)}`,
};

async function hand(data: string): Promise<string> {
  const client = await RawClient.open(await openDoor());
  await client.signIn(await makeToken(['messages:send']));
  await client.say('MAIL FROM:<clinic@example.com>');
  await client.say('RCPT TO:<ana@example.com>');
  await client.say('DATA');
  client.write(`${data}\r\n.\r\n`);
  return client.reply();
}

// HTML took a second, of which its text is most; the others some 100 ms.
it.each(Object.entries(LARGEST))('%s holds nobody up who sends at the same time', async (_what, data) => {
  // What is compiled once in the life of a process is not what is measured.
  await hand(data);
  let reply = '';
  const held = await longestHoldMs(async () => {
    reply = await hand(data);
  });
  expect(reply).toMatch(/^250 /);
  expect(held).toBeLessThan(50);
});
