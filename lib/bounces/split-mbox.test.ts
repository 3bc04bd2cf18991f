import { expect, it } from 'vitest';
import { splitMbox } from './split-mbox';

const split = (text: string) => [...splitMbox(Buffer.from(text))].map((mail) => mail.toString());

const BEGIN = 'From MAILER-DAEMON Sat Nov 28 12:00:00 2026\n';

it('splits an mbox where a line tells who sent and when, behind a blank one (RFC 4155)', () => {
  expect(split(`${BEGIN}Subject: a\n\nb\n\n${BEGIN}Subject: c\n\nd\n`)).toEqual([
    'Subject: a\n\nb\n\n',
    'Subject: c\n\nd\n',
  ]);
  const dos = `${BEGIN}Subject: a\n\nb\n\n`.replaceAll('\n', '\r\n');
  expect(split(dos + dos)).toHaveLength(2);
});

it('leaves alone what only begins like that', () => {
  const mail = 'Subject: a\n\nFrom here on it is text.\n\nFrom MAILER-DAEMON Sat Nov 28 12:00:00 2026\n';
  expect(split(mail)).toEqual([mail]);
  const inside = `Subject: a\n\nFrom the start: b\nx\n${BEGIN}\nFrom 9 to 5\n`;
  expect(split(BEGIN + inside)).toEqual([inside]);
});

it('reads nothing as one mail without content', () => {
  expect(split('')).toEqual(['']);
});
