import { describe, expect, it } from 'vitest';
import { ACCESS } from '@/lib/http/handle';
import { COMPAT_ROUTES, isCompatPath } from './routes';

/** Written by hand, so that what the code says of itself is compared with it. */
const EXPECTED: Record<string, string> = {
  'POST /compat/sendgrid/v3/mail/send': 'messages:send',
  'POST /compat/resend/emails': 'messages:send',
  'POST /compat/resend/emails/batch': 'messages:send',
  'GET /compat/resend/emails/{id}': 'messages:read',
  'PATCH /compat/resend/emails/{id}': 'messages:write',
  'POST /compat/resend/emails/{id}/cancel': 'messages:write',
  'POST /compat/postmark/email': 'messages:send',
  'POST /compat/postmark/email/batch': 'messages:send',
  'POST /compat/postmark/email/withTemplate': 'messages:send',
  'POST /compat/postmark/email/batchWithTemplates': 'messages:send',
  'GET /compat/postmark/messages/outbound/{id}/details': 'messages:read',
  'POST /compat/mailgun/v3/{domain}/messages': 'messages:send',
  'POST /compat/mailgun/v3/{domain}/messages.mime': 'messages:send',
  'GET /compat/mailgun/v3/{domain}/events': 'messages:read',
  'POST /compat/ses/v2/email/outbound-emails': 'messages:send',
  'GET /compat/ses/v2/email/insights/{id}': 'messages:read',
  'GET /compat/brevo/v3/smtp/statistics/events': 'messages:read',
  'POST /compat/brevo/v3/smtp/email': 'messages:send',
};

type Marked = { [ACCESS]?: { scope: string } };
const scopeOf = (handler: unknown) => (handler as Marked)[ACCESS]?.scope;

describe('the APIs of other providers', () => {
  it('ask for a scope on each of their routes, under their name and at the root', () => {
    const named = COMPAT_ROUTES.filter(({ handler }) => scopeOf(handler));
    const under = named.filter(({ name }) => name.includes(' /compat/'));
    expect(Object.fromEntries(under.map(({ name, handler }) => [name, scopeOf(handler)]))).toEqual(EXPECTED);
    const roots = named.filter((route) => !under.includes(route)).map(({ name }) => name);
    const expected = Object.keys(EXPECTED).map((name) => name.replace(/\/compat\/\w+/, ''));
    expect(roots.toSorted()).toEqual(expected.toSorted());
  });

  it('do not share a path with each other, nor with the panel', () => {
    const paths = COMPAT_ROUTES.filter(({ name }) => !name.endsWith('…'));
    const ways = paths.map(({ method, path }) => `${method} ${path.source}`);
    expect(new Set(ways).size).toBe(ways.length);
    for (const path of ['/', '/messages', '/templates', '/connect', '/api/v1/messages', '/compat'])
      expect(isCompatPath(path), path).toBe(false);
  });
});
