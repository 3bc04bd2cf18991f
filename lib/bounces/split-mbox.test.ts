import { expect, it } from 'vitest';
import { splitMbox } from './split-mbox';

async function split(text: string): Promise<string[]> {
  const mails: string[] = [];
  for await (const mail of splitMbox(Buffer.from(text))) mails.push(mail.toString());
  return mails;
}

const BEGIN = 'From MAILER-DAEMON Sat Nov 28 12:00:00 2026\n';

it('splits an mbox where a line tells who sent and when, behind a blank one (RFC 4155)', async () => {
  expect(await split(`${BEGIN}Subject: a\n\nb\n\n${BEGIN}Subject: c\n\nd\n`)).toEqual([
    'Subject: a\n\nb\n\n',
    'Subject: c\n\nd\n',
  ]);
  const dos = `${BEGIN}Subject: a\n\nb\n\n`.replaceAll('\n', '\r\n');
  expect(await split(dos + dos)).toHaveLength(2);
});

it('leaves alone what only begins like that', async () => {
  const mail = 'Subject: a\n\nFrom here on it is text.\n\nFrom MAILER-DAEMON Sat Nov 28 12:00:00 2026\n';
  expect(await split(mail)).toEqual([mail]);
  const inside = `Subject: a\n\nFrom the start: b\nx\n${BEGIN}\nFrom 9 to 5\n`;
  expect(await split(BEGIN + inside)).toEqual([inside]);
});

it('reads nothing as one mail without content', async () => {
  expect(await split('')).toEqual(['']);
});
