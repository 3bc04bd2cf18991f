import { expect, it } from 'vitest';
import { ANSWERS_AND_COMPLAINTS } from './mails/answers-and-complaints';
import { DELIVERY_REPORTS } from './mails/delivery-reports';
import type { BounceMail } from './mails/expected';
import { IN_OTHER_LANGUAGES } from './mails/in-other-languages';
import { IN_WORDS_ALONE } from './mails/in-words-alone';
import { NOTIFICATIONS_FOR_READERS } from './mails/notifications-for-readers';
import { parseMail } from './parse-mail';
import { type Finding, readBounce } from './read-bounce';

const describeFinding = ({ class: kind, cause, isDelay, recipients }: Finding) =>
  [isDelay ? 'delayed' : kind, cause, recipients[0]].filter(Boolean).join(' ');

async function describeMail(mail: Buffer): Promise<string> {
  const { findings } = readBounce((await parseMail(mail))!);
  return findings.map(describeFinding).join('; ');
}

async function listMismatches(mails: BounceMail[]): Promise<string[]> {
  const found: string[] = [];
  for (const { source, expected, mail } of mails) {
    const said = await describeMail(mail);
    if (said !== expected) found.push(`${source}: ${said}, not ${expected}`);
  }
  return found;
}

it.each([
  ['reports for programs', DELIVERY_REPORTS, 80],
  ['reports in words alone', IN_WORDS_ALONE, 40],
  ['reports in other languages', IN_OTHER_LANGUAGES, 10],
  ['complaints, answers of programs and of people', ANSWERS_AND_COMPLAINTS, 35],
  ['notifications for readers', NOTIFICATIONS_FOR_READERS, 3],
])('reads %s as a person does', async (_, mails, least) => {
  expect(mails.length).toBeGreaterThanOrEqual(least);
  expect(await listMismatches(mails)).toEqual([]);
});
