import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { openDoor, RawClient, storedMessages } from '@/lib/testing/door';
import { makeProvider, makeToken } from '@/lib/testing/factories';

useTestDatabase();

beforeEach(async () => {
  await sql()`delete from messages`;
  await makeProvider();
});

const FROM = 'clinic@example.com';
const HEAD = `From: ${FROM}\r\nTo: ana@example.com\r\nSubject: x\r\n`;

/** What the door says to these bytes as a message. */
async function hand(data: string): Promise<string> {
  const client = await RawClient.open(await openDoor());
  await client.signIn(await makeToken(['messages:send']));
  await client.say(`MAIL FROM:<${FROM}>`);
  await client.say('RCPT TO:<ana@example.com>');
  await client.say('DATA');
  client.write(`${data}\r\n.\r\n`);
  return client.reply();
}

const nested = (depth: number): string =>
  depth === 0
    ? 'Content-Type: text/plain\r\n\r\nx'
    : `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n${nested(depth - 1)}\r\n--b${depth}--\r\n`;

describe('what is no message, or cannot be carried as it is, is refused for good, and nothing is stored', () => {
  it.each([
    ['no From', 'Subject: x\r\n\r\nx', /^554 5\.6\.0 A message has exactly one From/],
    [
      'two From fields',
      `${HEAD}From: evil@example.com\r\n\r\nx`,
      /^554 5\.6\.0 A message has exactly one From/,
    ],
    ['two addresses in From', 'From: a@example.com, b@example.com\r\nSubject: x\r\n\r\nx', /^554 5\.6\.0/],
    ['a NUL', `${HEAD}\r\na\0b`, /^554 5\.6\.0 A message must not contain NUL/],
    ['a loop', `${'Received: from a by b\r\n'.repeat(51)}${HEAD}\r\nx`, /^554 5\.4\.6/],
    ['parts within parts, 64 deep', `${HEAD}${nested(64)}`, /^554 5\.6\.0/],
    ['headers without end', `${HEAD}${'X-A: b\r\n'.repeat(100_000)}\r\nx`, /^554 5\.6\.0/],
    [
      'a signed one in lines that no server has to take',
      `${HEAD}Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\n\r\n${'x'.repeat(2000)}\r\n--b--`,
      /^554 5\.6\.0 A signed/,
    ],
    ['an unknown option', `${HEAD}X-Relevo-Prioritiy: low\r\n\r\nx`, /^554 5\.6\.0 X-Relevo-Prioritiy/],
    ['a wrong value of one', `${HEAD}X-Relevo-Priority: soon\r\n\r\nx`, /^554 5\.6\.0 priority/],
    ['what steers another provider', `${HEAD}X-SMTPAPI: {"sub":{}}\r\n\r\nx`, /^554 5\.6\.0 X-SMTPAPI/],
  ])('%s', async (_name, data, expected) => {
    expect(await hand(data)).toMatch(expected);
    expect(await storedMessages()).toEqual([]);
  });
});

describe('what is odd and still a message', () => {
  it.each([
    ['no boundary', `${HEAD}Content-Type: multipart/mixed\r\n\r\nhello`],
    ['a charset that nobody knows', `${HEAD}Content-Type: text/plain; charset=x-none\r\n\r\nhello`],
    ['no subject', `From: ${FROM}\r\nTo: ana@example.com\r\n\r\nhello`],
    ['no body', HEAD],
    ['a bare LF at each end', `From: ${FROM}\nTo: ana@example.com\nSubject: x\n\nhello\n`],
    ['a line of a million', `${HEAD}\r\n${'a'.repeat(1_000_000)}`],
  ])('%s', async (_name, data) => {
    expect(await hand(data)).toMatch(/^250 2\.0\.0 Ok/);
    expect(await storedMessages()).toHaveLength(1);
  });

  /** https://www.postfix.org/smtp-smuggling.html, https://sec-consult.com/blog/detail/smtp-smuggling-spoofing-e-mails-worldwide/ */
  it.each([
    '\n.\n',
    '\n.\r',
    '\r.\n',
    '\r.\r',
    '\n.\r\n',
    '\r.\r\n',
    '\r\n.\r',
    '\r\n.\n',
    '\r\n.\r\r\n',
    '\r\r\n.\r\r\n',
  ])('%j ends no message: what follows is part of it', async (sequence) => {
    const hidden =
      'MAIL FROM:<evil@example.com>\r\nRCPT TO:<victim@example.com>\r\nDATA\r\nSubject: smuggled\r\n\r\nboo';
    expect(await hand(`${HEAD}\r\nfirst${sequence}${hidden}`)).toMatch(/^250 /);
    const messages = await storedMessages();
    expect(messages).toHaveLength(1);
    expect(messages[0]!.recipients.map(({ address }) => address)).toEqual(['ana@example.com']);
  });

  it('a client that is gone in the middle leaves nothing', async () => {
    const port = await openDoor();
    const client = await RawClient.open(port);
    await client.signIn(await makeToken(['messages:send']));
    await client.say(`MAIL FROM:<${FROM}>`);
    await client.say('RCPT TO:<ana@example.com>');
    await client.say('DATA');
    client.write(`${HEAD}\r\nhalf of it`);
    client.hangUp();
    expect(await hand(`${HEAD}\r\nwhole`)).toMatch(/^250 /);
    expect((await storedMessages()).map(({ text }) => text?.trim())).toEqual(['whole']);
  });
});
