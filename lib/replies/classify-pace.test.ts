import { describe, expect, it } from 'vitest';
import { classifyReply as classify } from './classify-reply';
import type { Stage } from './meaning';
import { parseWaitMs } from './parse-wait';

const classifyReply = (stage: Stage, text: string) =>
  classify({ stage, code: Number(text.slice(0, 3)), text });

const LATER = { fault: 'recipient', permanent: false };
const TOO_BIG = { fault: 'cannot_carry', permanent: true };
const TOO_FAST = { fault: 'throttled', pace: 'rate', permanent: false };
const TOO_MANY_AT_ONCE = { fault: 'throttled', pace: 'connections', permanent: false };
const OURS = { fault: 'provider', permanent: true };
const OURS_NOW = { fault: 'provider', permanent: false };

/** Replies as these servers give them, and who must act. A code 5.7.x is policy towards us and never the recipient's fault. */
describe('limits of ours are recognised as such', () => {
  it.each([
    ['data', '550-5.4.5 Daily user sending limit exceeded. - gsmtp', OURS],
    ['data', '550 5.4.5 Daily SMTP relay limit exceeded for customer. - gsmtp', OURS],
    [
      'data',
      '554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; Failed to process message',
      OURS,
    ],
    ['data', "550 5.1.90 Your message can't be sent because you've reached your daily limit", OURS],
    ['data', "550 5.7.233 Your message can't be sent because your tenant has exceeded its daily limit", OURS],
    ['data', '550 5.7.705 Access denied, tenant has exceeded threshold', OURS],
    ['data', '454 Throttling failure: Daily message quota exceeded.', OURS_NOW],
    ['sender', '452 4.2.2 Mailbox full', OURS_NOW],
    ['sender', '550 You have exceeded the hourly outgoing message limit', OURS],
  ] as const)('%s: %s', (stage, reply, verdict) => {
    expect(classifyReply(stage, reply)).toMatchObject({ ...verdict, quota: true });
  });

  it.each([
    ['sender', '450 You have sent 120 mails in 1 minute, limit is 100', TOO_FAST],
    ['sender', '550 5.7.1 You have sent 120 mails in 1 minute, limit is 100', TOO_FAST],
    ['data', '451 4.7.1 120 messages sent within 60 seconds, max 100 allowed', TOO_FAST],
    ['data', '421-4.7.28 Gmail has detected an unusual rate of unsolicited mail. - gsmtp', TOO_FAST],
    [
      'session',
      '432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent',
      TOO_MANY_AT_ONCE,
    ],
    ['session', '421 4.7.0 Too many connections from your host', TOO_MANY_AT_ONCE],
    ['data', '432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded; rate limited', TOO_MANY_AT_ONCE],
    ['recipient', '421 4.7.0 [TSS04] Messages temporarily deferred due to unexpected volume', TOO_FAST],
    ['recipient', '450 4.7.1 Error: too many mails from 203.0.113.9', TOO_FAST],
    ['recipient', '452 4.5.3 Too many recipients this session', LATER],
    ['recipient', '450 4.5.3 too many recipients in this session', LATER],
    ['recipient', '452 too many recipients per connection', LATER],
    ['recipient', '452 4.5.3 Your message has too many recipients. - gsmtp', LATER],
    ['recipient', '452 4.2.2 The email account that you tried to reach is over quota. - gsmtp', LATER],
    ['recipient', '450 4.2.1 The user you are trying to contact is receiving mail too quickly.', LATER],
    ['data', "552-5.3.4 Your message exceeded Google's message size limits. - gsmtp", TOO_BIG],
    ['data', '552 Message size exceeds maximum permitted', TOO_BIG],
    ['data', '452 4.3.1 Insufficient system storage', OURS_NOW],
    [
      'data',
      '554 5.2.252 SendAsDenied; a@example.com not allowed to send as b@example.com; STOREDRV.Submission',
      OURS,
    ],
    ['session', '550 5.7.30 Basic authentication is not supported for Client Submission.', OURS],
  ] as const)('but not %s: %s', (stage, reply, verdict) => {
    const found = classifyReply(stage, reply);
    expect(found).toMatchObject(verdict);
    expect(found.quota).toBeUndefined();
  });

  it('with the time of renewal where it is stated', () => {
    const reply = '550 5.4.5 Daily sending quota exceeded, try again in 24 hours';
    expect(classifyReply('data', reply)).toMatchObject({ quota: true, retryAfterMs: 86_400_000 });
    const now = Date.parse('2027-01-30T23:00:00Z');
    expect(parseWaitMs('451 Quota exceeded until 2027-01-31 00:00 UTC', now)).toBe(3_600_000);
    expect(parseWaitMs('451 Quota exceeded until 2027-01-31T01:00:00+02:00', now)).toBe(0);
  });
});

/**
 * A server that is busy answers, and less of us is what helps it. Microsoft ("Fix email delivery issues for error code 451 4.7.500-699"), Gmail
 * (support.google.com/a/answer/3726730; nodemailer#1388), MailEnable (maildev#96), Sendmail's RefuseLA, RFC 3463 (x.4.5).
 */
describe('busy, and what only looks like it', () => {
  it.each([
    ['session', '451 4.7.500 Server busy. Please try again later from [203.0.113.9]. (S77719)', TOO_FAST],
    ['session', '421 4.4.5 Server busy, try again later. - gsmtp', TOO_FAST],
    [
      'session',
      '451 ESMTP MailEnable Service temporarily refused connection at 11/27/15 11:25:27 from IP (203.0.113.9) because the server is too busy.',
      TOO_FAST,
    ],
    ['session', '421 4.7.1 Rejecting connections for now, load average: 14', TOO_FAST],
    ['data', '450 4.3.2 El sistema está sobrecargado, inténtelo más tarde', TOO_FAST],
    ['recipient', '451 4.4.5 Mail system congestion', TOO_FAST],
    ['auth', '454 4.7.0 Too many login attempts, please try again later. a1-2 - gsmtp', TOO_MANY_AT_ONCE],
    ['session', '421 4.7.0 Too many connections from your IP, closing connection.', TOO_MANY_AT_ONCE],
    // RFC 3463, x.3.2: about to be shut down as well as busy; and "try again later" gives no reason at all.
    ['session', '421 4.3.2 System not accepting network messages', OURS_NOW],
    ['session', '421 4.7.0 Try again later, closing connection. (EHLO) - gsmtp', OURS_NOW],
    ['session', '451 4.7.500 Access denied, please try again later', OURS_NOW],
    ['data', '452 4.3.1 Insufficient system resources', OURS_NOW],
    ['auth', '535 5.7.8 Error: too many failed login attempts', OURS],
    ['auth', '421 4.7.0 Too many authentication failures', OURS_NOW],
    ['recipient', '450 4.2.1 Mailbox busy', LATER],
    ['recipient', '554 5.7.1 Server busy', OURS],
  ] as const)('%s: %s', (stage, reply, verdict) => {
    expect(classifyReply(stage, reply)).toMatchObject(verdict);
  });
});
