import type { CompatApi, CompatCall } from '@/lib/compat/api';
import { brevo, sendTransacEmail } from '@/lib/compat/brevo';
import { type CompatHandler, compat, refusal } from '@/lib/compat/compat';
import { brevoEvents, mailgunEvents, sesInsights } from '@/lib/compat/look-ups';
import { mailgun, sendMessage, sendMime } from '@/lib/compat/mailgun';
import * as postmarkMail from '@/lib/compat/postmark';
import { postmark } from '@/lib/compat/postmark';
import { DETAILS, outboundDetails } from '@/lib/compat/postmark-look-up';
import { resend, sendBatch, sendEmail } from '@/lib/compat/resend';
import { cancelEmail, retrieveEmail, updateEmail } from '@/lib/compat/resend-look-up';
import { sendgrid, sendMail } from '@/lib/compat/sendgrid';
import { sendSesEmail, ses } from '@/lib/compat/ses';
import { AppError } from '@/lib/errors';
import { requestIdOf } from '@/lib/http/request-id';
import type { Scope } from '@/lib/tokens/schema';

export type CompatRoute = {
  /** `POST /compat/sendgrid/v3/mail/send`. */
  name: string;
  method: string;
  path: RegExp;
  handler: CompatHandler;
};

type Verb = (call: CompatCall) => Promise<Response>;
type Line = [method: string, path: string, scope: Scope, verb: Verb];

/** By the path that the API has at its provider; what takes a body does so as that API does. */
const APIS: [CompatApi, Line[]][] = [
  [sendgrid, [['POST', '/v3/mail/send', 'messages:send', sendMail]]],
  [
    resend,
    [
      ['POST', '/emails', 'messages:send', sendEmail],
      ['POST', '/emails/batch', 'messages:send', sendBatch],
      ['GET', '/emails/{id}', 'messages:read', retrieveEmail],
      ['PATCH', '/emails/{id}', 'messages:write', updateEmail],
      ['POST', '/emails/{id}/cancel', 'messages:write', cancelEmail],
    ],
  ],
  [
    postmark,
    [
      ['POST', '/email', 'messages:send', postmarkMail.sendEmail],
      ['POST', '/email/batch', 'messages:send', postmarkMail.sendBatch],
      ['POST', '/email/withTemplate', 'messages:send', postmarkMail.sendWithTemplate],
      ['POST', '/email/batchWithTemplates', 'messages:send', postmarkMail.sendBatchWithTemplates],
      ['GET', DETAILS, 'messages:read', outboundDetails],
    ],
  ],
  [
    mailgun,
    [
      ['POST', '/v3/{domain}/messages', 'messages:send', sendMessage],
      ['POST', '/v3/{domain}/messages.mime', 'messages:send', sendMime],
      ['GET', '/v3/{domain}/events', 'messages:read', mailgunEvents],
    ],
  ],
  [
    ses,
    [
      ['POST', '/v2/email/outbound-emails', 'messages:send', sendSesEmail],
      ['GET', '/v2/email/insights/{id}', 'messages:read', sesInsights],
    ],
  ],
  [
    brevo,
    [
      ['POST', '/v3/smtp/email', 'messages:send', sendTransacEmail],
      ['GET', '/v3/smtp/statistics/events', 'messages:read', brevoEvents],
    ],
  ],
];

const FORMS = new Set([mailgun]);

/**
 * Under `/compat/<name>`, and at the path itself: some clients can be told another host, and nothing more. No two APIs have the same.
 * What another API has and Relevo has not is answered in its way too, as its clients read nothing else.
 */
export const COMPAT_ROUTES: CompatRoute[] = APIS.flatMap(([api, lines]) => [
  ...lines.flatMap(([method, path, scope, verb]) => {
    const name = `${method} /compat/${api.name}${path}`;
    const body = method === 'GET' || path.endsWith('/cancel') ? undefined : FORMS.has(api) ? 'form' : 'json';
    const handler = compat(api, { scope, route: name, body }, verb);
    return [
      { name, method, path: patternOf(`/compat/${api.name}${path}`), handler },
      { name: `${method} ${path}`, method, path: patternOf(path), handler },
    ];
  }),
  ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => ({
    name: `${method} /compat/${api.name}/…`,
    method,
    path: new RegExp(`^/compat/${api.name}/`),
    handler: absent(api),
  })),
]);

/** For programs, by whichever method. */
export function isCompatPath(path: string): boolean {
  return COMPAT_ROUTES.some((route) => route.path.test(path));
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[\\w@.%+-]+)')}/?$`);
}

function absent(api: CompatApi): CompatHandler {
  return async (request) => {
    const { pathname } = new URL(request.url);
    const error = new AppError('not_found', `Relevo does not offer ${request.method} ${pathname}.`);
    return refusal(api, error, requestIdOf(request.headers));
  };
}
