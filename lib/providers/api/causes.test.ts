import { describe, expect, it } from 'vitest';
import type { Cause, RecipientOutcome } from '@/lib/channels/results';
import { causeOfAnswer, causeOfOutcome } from './causes';

const answer = (status: number, text: string, type = 'application/json') =>
  causeOfAnswer({ status, text, headers: { 'content-type': type } });

describe('what is behind the answer to a test', () => {
  it.each<[number, string, Cause]>([
    // https://help.brevo.com/hc/en-us/articles/5740354409618
    [
      401,
      'We have detected you are using an unrecognised IP address 203.0.113.7. If you performed this action make sure to add the new IP address',
      'address_not_allowed',
    ],
    // SendGrid's IP Access Management
    [
      403,
      '{"errors":[{"message":"Your request was forbidden: your IP address is not whitelisted"}]}',
      'address_not_allowed',
    ],
    [401, '{"errors":[{"message":"authorization required"}]}', 'auth'],
    [403, '{"message":"API key is invalid."}', 'auth'],
    [403, '{"message":"Account suspended"}', 'account_disabled'],
    [403, '{"message":"Please activate your Mailgun account."}', 'account_disabled'],
    [429, '{"message":"Too many requests"}', 'throttled'],
    [429, '{"message":"You have reached your daily email sending quota."}', 'quota'],
    [404, '{"message":"not found"}', 'protocol'],
    [500, '{}', 'unavailable'],
    [503, '', 'unavailable'],
  ])('%i %s: %s', (status, text, cause) => expect(answer(status, text)).toBe(cause));

  it('a page for people is no API, or an edge that blocks us', () => {
    expect(answer(404, '<html>', 'text/html')).toBe('protocol');
    expect(answer(403, '<!DOCTYPE html><title>Attention Required!</title>', 'text/html')).toBe('blocked');
  });
});

describe('why the real message of a test did not go out', () => {
  it.each<[Partial<RecipientOutcome>, Cause]>([
    [{ fault: 'recipient', permanent: true }, 'recipient'],
    [{ fault: 'throttled', reply: '429 Too many requests' }, 'throttled'],
    [{ fault: 'provider', permanent: false, quota: true }, 'quota'],
    [{ fault: 'provider', permanent: false, reply: '503 down' }, 'unavailable'],
    [{ outcome: 'unknown', code: 'ETIMEDOUT' }, 'timeout'],
    [
      { permanent: true, reply: '403 You can only send testing emails to your own email address (me@x).' },
      'trial_account',
    ],
    [
      {
        permanent: true,
        reply: '403 Domain x.mailgun.org is not allowed to send: Free accounts are for test purposes only.',
      },
      'trial_account',
    ],
    [
      {
        permanent: true,
        reply:
          "422 While your account is pending approval, all recipient addresses must share the same domain as the 'From' address.",
      },
      'trial_account',
    ],
    [
      { permanent: true, reply: '400 SendingPausedException: Sending paused for this account' },
      'account_disabled',
    ],
    [
      { permanent: true, reply: '401 The provided authorization grant is invalid, expired, or revoked' },
      'auth',
    ],
    [{ permanent: true, reply: '400 API key is invalid' }, 'auth'],
    [
      {
        permanent: true,
        reply: '403 AccessDeniedException: User is not authorized to perform ses:SendRawEmail',
      },
      'permission',
    ],
    [
      { permanent: true, reply: '403 from: The from address does not match a verified Sender Identity' },
      'sender',
    ],
  ])('%o: %s', (outcome, cause) =>
    expect(
      causeOfOutcome({ address: 'me@example.com', outcome: 'refused', fault: 'provider', ...outcome }),
    ).toBe(cause),
  );
});
