import { describe, expect, it } from 'vitest';
import { classifyReply, outcomeOfError, parseRetryAfterMs } from './classify';
import type { SmtpError } from './smtp-error';

const GONE = { fault: 'recipient', permanent: true };
const LATER = { fault: 'recipient', permanent: false };
const CONTENT = { fault: 'content', permanent: true };
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
      OURS,
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
    ['Outlook', '451 4.7.500 Server busy. Please try again later from [203.0.113.9].', OURS_NOW],
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
      OURS,
    ],
    ['any', '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.spamhaus.org', OURS],
    ['any', '550 5.1.7 Invalid sender address', OURS],
    ['any', "550 5.1.8 Bad sender's system address", OURS],
  ])('%s: %s', (_server, reply, verdict) => {
    expect(classifyReply('recipient', Number(reply.slice(0, 3)), reply)).toMatchObject(verdict);
  });
});

describe('replies to the body', () => {
  it.each([
    [
      'Gmail',
      '552-5.7.0 This message was blocked because its content presents a potential\n5.7.0 security issue. - gsmtp',
      OURS,
    ],
    ['Gmail', '550-5.7.26 This mail has been blocked because the sender is unauthenticated. - gsmtp', OURS],
    [
      'Gmail',
      '421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address. - gsmtp',
      OURS_NOW,
    ],
    ['Gmail', '550-5.4.5 Daily user sending limit exceeded. - gsmtp', OURS],
    ['Gmail', "552-5.3.4 Your message exceeded Google's message size limits. - gsmtp", CONTENT],
    [
      'Yahoo',
      '421 4.7.0 [TSS04] Messages from 203.0.113.9 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1',
      OURS_NOW,
    ],
    ['Yahoo', '554 5.7.9 Message not accepted for policy reasons.', OURS],
    ['Postfix', '552 5.3.4 Message size exceeds fixed limit', CONTENT],
    ['Postfix', '554 5.6.0 Reject, id=13 - BAD HEADER', CONTENT],
    ['Postfix', '451 4.3.0 Error: queue file write error', OURS_NOW],
    ['Postfix', '452 4.3.1 Insufficient system storage', OURS_NOW],
    ['Exim', '552 Message size exceeds maximum permitted', CONTENT],
    ['Exim', '451 Temporary local problem - please try later', OURS_NOW],
    ['any', '554 Transaction failed', CONTENT],
  ])('%s: %s', (_server, reply, verdict) => {
    expect(classifyReply('data', Number(reply.slice(0, 3)), reply)).toMatchObject(verdict);
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
    ['sender', '552 5.3.4 Message size exceeds fixed limit', CONTENT],
    ['sender', '552 Message size exceeds maximum permitted', CONTENT],
  ] as const)('%s: %s', (stage, reply, verdict) => {
    expect(classifyReply(stage, Number(reply.slice(0, 3)), reply)).toMatchObject(verdict);
  });
});

describe('limits of ours are recognised as such', () => {
  it.each([
    ['data', '550-5.4.5 Daily user sending limit exceeded. - gsmtp', OURS],
    ['data', '550 5.4.5 Daily SMTP relay limit exceeded for customer. - gsmtp', OURS],
    ['data', '421-4.7.28 Gmail has detected an unusual rate of unsolicited mail. - gsmtp', OURS_NOW],
    ['session', '432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent', OURS_NOW],
    ['data', '432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded; rate limited', OURS_NOW],
    [
      'data',
      '554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; Failed to process message',
      OURS,
    ],
    ['data', "550 5.1.90 Your message can't be sent because you've reached your daily limit", OURS],
    ['data', "550 5.7.233 Your message can't be sent because your tenant has exceeded its daily limit", OURS],
    ['data', '550 5.7.705 Access denied, tenant has exceeded threshold', OURS],
    ['data', '454 Throttling failure: Daily message quota exceeded.', OURS_NOW],
    ['recipient', '421 4.7.0 [TSS04] Messages temporarily deferred due to unexpected volume', OURS_NOW],
    ['recipient', '452 4.5.3 Your message has too many recipients. - gsmtp', LATER],
    ['recipient', '450 4.7.1 Error: too many mails from 203.0.113.9', OURS_NOW],
    ['sender', '452 4.2.2 Mailbox full', OURS_NOW],
    ['sender', '550 You have exceeded the hourly outgoing message limit', OURS],
  ] as const)('%s: %s', (stage, reply, verdict) => {
    expect(classifyReply(stage, Number(reply.slice(0, 3)), reply)).toMatchObject({ ...verdict, quota: true });
  });

  it.each([
    ['recipient', '452 4.2.2 The email account that you tried to reach is over quota. - gsmtp', LATER],
    ['recipient', '450 4.2.1 The user you are trying to contact is receiving mail too quickly.', LATER],
    ['data', "552-5.3.4 Your message exceeded Google's message size limits. - gsmtp", CONTENT],
    ['data', '552 Message size exceeds maximum permitted', CONTENT],
    ['data', '452 4.3.1 Insufficient system storage', OURS_NOW],
    [
      'data',
      '554 5.2.252 SendAsDenied; a@example.com not allowed to send as b@example.com; STOREDRV.Submission',
      OURS,
    ],
    ['session', '550 5.7.30 Basic authentication is not supported for Client Submission.', OURS],
  ] as const)('but not %s: %s', (stage, reply, verdict) => {
    const found = classifyReply(stage, Number(reply.slice(0, 3)), reply);
    expect(found).toMatchObject(verdict);
    expect(found.quota).toBeUndefined();
  });

  it('with the time of renewal where it is stated', () => {
    const reply = '550 5.4.5 Daily sending quota exceeded, try again in 24 hours';
    expect(classifyReply('data', 550, reply)).toMatchObject({ quota: true, retryAfterMs: 86_400_000 });
    const now = Date.parse('2027-01-30T23:00:00Z');
    expect(parseRetryAfterMs('451 Quota exceeded until 2027-01-31 00:00 UTC', now)).toBe(3_600_000);
    expect(parseRetryAfterMs('451 Quota exceeded until 2027-01-31T01:00:00+02:00', now)).toBe(0);
  });
});

describe('"try again in"', () => {
  it.each([
    ['450 4.2.0 Greylisted, try again in 300 seconds', 300_000],
    ['451 4.7.1 Greylisting in effect, please retry in 5 minutes', 300_000],
    ['421 Too many messages, retry after 1 hour', 3_600_000],
    ['450 try again after 90s', 90_000],
    ['450 4.2.0 try again later', undefined],
    ['550 5.1.1 Mailbox disabled in 2019', undefined],
  ])('%s', (reply, expected) => {
    expect(parseRetryAfterMs(reply)).toBe(expected);
  });
});

describe('an error without a reply', () => {
  const error = (fields: Partial<SmtpError>) => Object.assign(new Error('socket hang up'), fields);

  it("is the provider's, for now, while the body was not sent", () => {
    const outcome = outcomeOfError(
      'ana@example.com',
      error({ code: 'ESOCKET', originalCode: 'ECONNRESET' }),
      false,
    );
    expect(outcome).toMatchObject({ outcome: 'refused', ...OURS_NOW, code: 'ECONNRESET' });
  });

  it('leaves the outcome unknown once the body was sent', () => {
    expect(outcomeOfError('ana@example.com', error({ code: 'ECONNECTION' }), true)).toEqual({
      address: 'ana@example.com',
      outcome: 'unknown',
      code: 'ECONNECTION',
      reply: 'socket hang up',
    });
  });

  it('keeps no more of a reply than a kilobyte', () => {
    const long = error({ responseCode: 550, response: `550 ${'x'.repeat(5_000)}`, command: 'RCPT TO' });
    expect(outcomeOfError('ana@example.com', long, false).reply).toHaveLength(1_000);
  });
});
