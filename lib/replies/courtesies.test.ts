import { describe, expect, it } from 'vitest';
import { classifyReply } from './classify-reply';
import { ALL_REPLIES } from './corpus/all-replies';

/** Said by Gmail, Cisco, GMX, Exchange and hosts after any refusal, whoever is at fault. */
const POLITENESS = [
  ' For more information, visit https://postmaster.example.net/help or contact your administrator.',
  ' If you feel this is in error, please contact postmaster@example.net.',
  ' Please see our policy at https://www.example.net/policy.',
  ' Please correct the problem and resend your message.',
  ' Para más información, póngase en contacto con su administrador.',
  ' Se você acredita que isso é um erro, entre em contato com o administrador.',
  " Si vous pensez qu'il s'agit d'une erreur, veuillez contacter votre administrateur.",
  ' Bitte wenden Sie sich an Ihren Administrator.',
];

/** What a server or a relay puts before its own or another server's words. */
const BEFORE: [name: string, change: (text: string) => string][] = [
  ['Error:', (text) => afterCodes(text, 'Error: ')],
  ['Sorry,', (text) => afterCodes(text, 'Sorry, ')],
  ['Delivery failed:', (text) => afterCodes(text, 'Delivery failed: ')],
  ['Your message …', (text) => afterCodes(text, 'Your message could not be delivered. ')],
  ['host … said:', (text) => text.replace(/^(\d{3})/, '$1 host mx.example.net[203.0.113.4] said: $1')],
];

/** What Postfix's log has behind the reply of a server. */
const LOG_TAIL = '; from=<caja@example.com> to=<ana@example.org> proto=ESMTP helo=<mail.example.com>';

describe('the fault stays what it is', () => {
  it('with the tail of a log behind it', () => {
    expect(changedBy((text) => text + LOG_TAIL)).toEqual([]);
  });

  it.each(POLITENESS)('with “%s” behind it', (words) => {
    expect(changedBy((text) => text + words)).toEqual([]);
  });

  it.each(BEFORE)('with “%s” before it', (_name, change) => {
    expect(changedBy(change)).toEqual([]);
  });
});

describe('a restriction of Postfix names the recipient, whoever it speaks of', () => {
  it.each([
    ['Your host is listed on a block list', 'provider'],
    ['MX list for example.ws. points back to mail01.example.com', 'provider'],
    ['You are sending too many messages', 'throttled'],
    ['User unknown in virtual mailbox table', 'recipient'],
    ['Mailbox disabled', 'recipient'],
  ])('%s: %s', (words, fault) => {
    const text = `550 5.1.1 <ana@example.org>: Recipient address rejected: ${words}`;
    expect(classifyReply({ stage: 'recipient', code: 550, text }).fault).toBe(fault);
  });
});

function changedBy(change: (text: string) => string): string[] {
  return ALL_REPLIES.filter(({ stage, text, means }) => {
    const changed = change(text);
    return classifyReply({ stage, code: Number(changed.slice(0, 3)), text: changed }).fault !== means.fault;
  }).map(({ text }) => change(text));
}

function afterCodes(text: string, words: string): string {
  return text.replace(/^(\d{3}[ -](?:\d\.\d+\.\d+ )?)(?=[A-Za-z<])/, `$1${words}`);
}
