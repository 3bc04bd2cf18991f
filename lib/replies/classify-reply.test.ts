import { describe, expect, it } from 'vitest';
import { classifyReply as classify } from './classify-reply';
import type { Stage } from './meaning';

const classifyReply = (stage: Stage, text: string) =>
  classify({ stage, code: Number(text.slice(0, 3)), text });

const GONE = { fault: 'recipient', permanent: true };
const LATER = { fault: 'recipient', permanent: false };
const CONTENT = { fault: 'content', permanent: true };
const TOO_BIG = { fault: 'cannot_carry', permanent: true };
const TOO_FAST = { fault: 'throttled', pace: 'rate', permanent: false };
const TOO_MANY_AT_ONCE = { fault: 'throttled', pace: 'connections', permanent: false };
const OURS = { fault: 'provider', permanent: true };
const OURS_NOW = { fault: 'provider', permanent: false };

/** Replies as these servers give them, and who must act. A code 5.7.x is policy towards us and never the recipient's fault. */
describe('replies to RCPT', () => {
  it.each([
    [
      'Gmail',
      '550-5.1.1 The email account that you tried to reach does not exist. Please try\n5.1.1 double-checking the address - gsmtp',
      GONE,
    ],
    ['Gmail', '550 5.2.1 The email account that you tried to reach is disabled. - gsmtp', GONE],
    ['Gmail', '452 4.2.2 The email account that you tried to reach is over quota. - gsmtp', LATER],
    ['Gmail', '552 5.2.2 The email account that you tried to reach is over quota. - gsmtp', LATER],
    ['Gmail', '450 4.2.1 The user you are trying to contact is receiving mail too quickly. - gsmtp', LATER],
    ['Outlook', '550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302).', GONE],
    [
      'Outlook',
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
      GONE,
    ],
    [
      'Outlook',
      '550 5.4.1 Recipient address rejected: Access denied. [DB5EUR03FT040.eop-EUR03.prod.protection.outlook.com]',
      GONE,
    ],
    [
      'Outlook',
      '550 5.7.1 Unfortunately, messages from [203.0.113.9] were not sent. Please contact your Internet service provider',
      OURS,
    ],
    [
      'Outlook',
      '550 5.7.515 Access denied, sending domain example.com does not meet the required authentication level.',
      OURS,
    ],
    // Nobody is named: an enhanced code of a mailbox is no clear word about one.
    ['AOL', '521 5.2.1 :  AOL will not accept delivery of this message.', OURS],
    ['bare', '571 5.1.0 Message refused', OURS],
    ['bare', '550 5.1.1 Not permitted', OURS],
    ['bare', '550 5.2.0 Blocked', OURS],
    ['Outlook', '451 4.7.500 Server busy. Please try again later from [203.0.113.9].', TOO_FAST],
    [
      'Postfix',
      '550 5.1.1 <gone@example.com>: Recipient address rejected: User unknown in local recipient table',
      GONE,
    ],
    ['Postfix', '550 5.1.2 <gone@nowhere.test>: Recipient address rejected: Domain not found', GONE],
    ['Postfix', '554 5.7.1 <ana@example.com>: Relay access denied', OURS],
    [
      'Postfix',
      '450 4.2.0 <ana@example.com>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.com.html',
      LATER,
    ],
    [
      'Postfix',
      '451 4.7.1 <ana@example.com>: Recipient address rejected: Greylisting in action, please come back later',
      LATER,
    ],
    ['Postfix', '452 4.5.3 Error: too many recipients', LATER],
    ['Exim', '550 Unrouteable address', GONE],
    [
      'Exim',
      '550-Callback setup failed while verifying <clinic@example.com>\n550 Sender verify failed',
      OURS,
    ],
    [
      'Yahoo',
      "554 delivery error: dd This user doesn't have a yahoo.com account (gone@yahoo.com) [0] - mta1234.mail.bf1.yahoo.com",
      GONE,
    ],
    ['any', '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.spamhaus.org', OURS],
    ['any', '550 5.1.7 Invalid sender address', OURS],
    ['any', "550 5.1.8 Bad sender's system address", OURS],
  ])('%s: %s', (_server, reply, verdict) => {
    expect(classifyReply('recipient', reply)).toMatchObject(verdict);
  });
});

describe('replies to the body', () => {
  it.each([
    [
      'Gmail',
      '552-5.7.0 This message was blocked because its content presents a potential\n5.7.0 security issue. - gsmtp',
      TOO_BIG,
    ],
    ['Gmail', '550-5.7.26 This mail has been blocked because the sender is unauthenticated. - gsmtp', OURS],
    [
      'Gmail',
      '421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address. - gsmtp',
      TOO_FAST,
    ],
    ['Gmail', '550-5.4.5 Daily user sending limit exceeded. - gsmtp', OURS],
    ['Gmail', "552-5.3.4 Your message exceeded Google's message size limits. - gsmtp", TOO_BIG],
    [
      'Yahoo',
      '421 4.7.0 [TSS04] Messages from 203.0.113.9 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1',
      TOO_FAST,
    ],
    ['Yahoo', '554 5.7.9 Message not accepted for policy reasons.', OURS],
    ['Postfix', '552 5.3.4 Message size exceeds fixed limit', TOO_BIG],
    ['Postfix', '554 5.6.0 Reject, id=13 - BAD HEADER', CONTENT],
    ['Postfix', '451 4.3.0 Error: queue file write error', OURS_NOW],
    ['Postfix', '452 4.3.1 Insufficient system storage', OURS_NOW],
    ['Exim', '552 Message size exceeds maximum permitted', TOO_BIG],
    ['Exim', '451 Temporary local problem - please try later', OURS_NOW],
    ['any', '554 Transaction failed', OURS],
  ])('%s: %s', (_server, reply, verdict) => {
    expect(classifyReply('data', reply)).toMatchObject(verdict);
  });
});

describe("replies to the session and to MAIL are never the recipient's fault", () => {
  it.each([
    ['session', '535-5.7.8 Username and Password not accepted. - gsmtp', OURS],
    ['session', '550 5.7.30 Basic authentication is not supported for Client Submission.', OURS],
    ['session', '454 4.7.0 Temporary authentication failure', OURS_NOW],
    ['session', '421 4.3.2 Service not available', OURS_NOW],
    ['session', '554 5.7.1 Blocked, see https://example.com/blocked', OURS],
    ['sender', '553 5.7.1 <clinic@example.com>: Sender address rejected: not owned by user', OURS],
    ['sender', '550 5.1.8 <clinic@example.com>: Sender address rejected: Domain not found', OURS],
    ['sender', '452 4.2.2 Mailbox full', OURS_NOW],
    ['sender', '552 5.3.4 Message size exceeds fixed limit', TOO_BIG],
    ['sender', '552 Message size exceeds maximum permitted', TOO_BIG],
  ] as const)('%s: %s', (stage, reply, verdict) => {
    expect(classifyReply(stage, reply)).toMatchObject(verdict);
  });
});

/** What the field answered where we were wrong: each stands for a kind. */
describe('a refusal that names who is at fault', () => {
  it.each([
    ['data', '454 Throttling failure: Maximum sending rate exceeded.', TOO_FAST],
    ['data', '451 4.7.0 too many emails per second', TOO_FAST],
    ['session', '421 Too many concurrent SMTP connections', TOO_MANY_AT_ONCE],
    ['data', '554 Message rejected: Email address is not verified', OURS],
    ['data', '550 The from address does not match a verified Sender Identity', OURS],
    ['data', '550 From header sender domain not verified', OURS],
    ['data', '554 Transaction failed. Reject due to policy restrictions', OURS],
    ['data', '550 exceeded hour limit', { ...OURS, quota: true }],
    ['recipient', '550 relay not permitted', OURS],
    ['recipient', '550 Relaying denied', OURS],
    ['recipient', '550-Please turn on SMTP Authentication in your mail client.\n550 relay', OURS],
    [
      'recipient',
      '550 Domain e.example has exceeded the max emails per hour (100/100)',
      { ...OURS, quota: true },
    ],
    ['recipient', '550 "JunkMail rejected - host [192.0.2.1] is in an RBL: see example.org"', OURS],
    ['recipient', '550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)', OURS],
    ['recipient', '553 Relaying disallowed', OURS],
    ['data', '554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied', OURS],
    ['data', '554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException', OURS],
    ['recipient', '550 5.4.1 Recipient address rejected: Access denied', GONE],
    ['recipient', '550 5.0.0 User unknown', GONE],
    ['recipient', '550 5.7.1 No such user here', GONE],
    ['recipient', '550 <x@y.example> from 5.1.1.7 refused, score 5.2.1', OURS],
    ['recipient', '550', OURS],
  ] as const)('%s: %s', (stage, reply, verdict) => {
    const { quota } = { quota: undefined, ...verdict };
    expect(classifyReply(stage, reply)).toMatchObject(verdict);
    expect(classifyReply(stage, reply).quota).toBe(quota);
  });
});

it('takes no more than a moment for whatever a server sends', () => {
  const began = process.cpuUsage();
  for (const part of ['a ', 'user ', 'too many ', 'message size ', '1.1 ', '@', 'in 5 ', '-', 'sender '])
    for (const stage of ['recipient', 'data', 'session'] as const)
      classifyReply(stage, `550 5.1.1 ${part.repeat(50_000)}`);
  const { user } = process.cpuUsage(began);
  expect(user / 1000).toBeLessThan(2_000);
});

it('reads the enhanced code behind several blanks, and asks of 5.1.8 whose domain it names', () => {
  const judge = (text: string, envelope?: { from: string; to: string }) =>
    classify({ stage: 'recipient', code: 550, text, ...(envelope && { envelope }) }).fault;
  expect(judge('550  5.7.1  Recipient not authorized')).toBe('provider');
  expect(judge('550 5.1.8 Domain tienda.example does not exist')).toBe('provider');
  const envelope = { from: 'ana@otra.example', to: 'luis@tienda.example' };
  expect(judge('550 5.1.8 Domain tienda.example does not exist', envelope)).toBe('recipient');
});
