import type { ApiAnswer, ApiCallSeen } from './api-server';
import { PLAIN_KEY } from './hook-plays';

/** Of whom a service keeps its customers from sending, by its own lists; written after the pages that each adapter's `lists.ts` cites. */
export type HeldThere = { list: string; address: string; at: Date; reason?: string };

export type ListPlay = {
  settings: (endpoint: string) => Record<string, unknown>;
  secrets: Record<string, string>;
  /** Its lists, and what each means here. */
  lists: Record<string, 'hard_bounce' | 'complaint' | 'unsubscribe' | 'manual'>;
  answer: (call: ApiCallSeen, held: HeldThere[]) => ApiAnswer;
};

const ok = (body: unknown, status = 200): ApiAnswer => ({ status, body });
const urlOf = ({ path }: ApiCallSeen) => new URL(path, 'http://service.test');
const bearer = (call: ApiCallSeen) => call.headers.authorization === `Bearer ${PLAIN_KEY}`;

function take(held: HeldThere[], list: string, address: string): boolean {
  const at = held.findIndex((one) => one.list === list && one.address === address);
  if (at >= 0) held.splice(at, 1);
  return at >= 0;
}

const sendgrid: ListPlay = {
  settings: (endpoint) => ({ endpoint }),
  secrets: { apiKey: PLAIN_KEY },
  lists: {
    bounces: 'hard_bounce',
    invalid_emails: 'hard_bounce',
    spam_reports: 'complaint',
    unsubscribes: 'unsubscribe',
  },
  answer(call, held) {
    if (!bearer(call)) return ok({ errors: [{ message: 'authorization required' }] }, 401);
    const { pathname, searchParams } = urlOf(call);
    const [, , area, ...rest] = pathname.split('/');
    if (call.method === 'DELETE') {
      const list = area === 'asm' ? 'unsubscribes' : rest[0]!;
      return take(held, list, decodeURIComponent(rest.at(-1)!)) ? { status: 204 } : ok({ errors: [] }, 404);
    }
    const offset = Number(searchParams.get('offset'));
    const limit = Math.min(500, Number(searchParams.get('limit')));
    return ok(
      held
        .filter(({ list }) => list === rest[0])
        .slice(offset, offset + limit)
        .map(({ address, at, reason }) => ({
          created: Math.floor(at.getTime() / 1000),
          email: address,
          reason,
          status: '5.1.1',
        })),
    );
  },
};

const mailgun: ListPlay = {
  settings: (endpoint) => ({ endpoint, domain: 'mg.example.com' }),
  secrets: { apiKey: PLAIN_KEY },
  lists: { bounces: 'hard_bounce', complaints: 'complaint', unsubscribes: 'unsubscribe' },
  answer(call, held) {
    const given = Buffer.from(call.headers.authorization?.replace(/^Basic /, '') ?? '', 'base64').toString();
    if (given !== `api:${PLAIN_KEY}`) return { status: 401, body: 'Forbidden' };
    const { pathname, searchParams } = urlOf(call);
    const [, , domain, list = '', address] = pathname.split('/');
    if (domain !== 'mg.example.com') return ok({ message: 'Domain not found' }, 404);
    if (call.method === 'DELETE')
      return take(held, list, decodeURIComponent(address!))
        ? ok({ message: 'Bounced address has been removed' })
        : ok({ message: 'Address not found' }, 404);
    const own = held.filter((one) => one.list === list);
    const after = searchParams.get('address');
    const from = after ? own.findIndex((one) => one.address === after) + 1 : 0;
    const page = own.slice(from, from + 1_000);
    const items = page.map((one) => ({
      address: one.address,
      code: '550',
      error: one.reason,
      created_at: one.at.toUTCString(),
    }));
    // It names itself by its own host, and goes on naming a next page behind the last one.
    const last = page.at(-1)?.address ?? after ?? '';
    const next = `https://api.mailgun.net/v3/${domain}/${list}?page=next&limit=1000&address=${encodeURIComponent(last)}`;
    return ok({ items, paging: { next } });
  },
};

const postmark: ListPlay = {
  settings: (endpoint) => ({ endpoint }),
  secrets: { apiKey: PLAIN_KEY },
  lists: { HardBounce: 'hard_bounce', SpamComplaint: 'complaint', ManualSuppression: 'unsubscribe' },
  answer(call, held) {
    if (call.headers['x-postmark-server-token'] !== PLAIN_KEY)
      return ok({ ErrorCode: 10, Message: 'invalid' }, 401);
    const { pathname, searchParams } = urlOf(call);
    if (pathname === '/message-streams/outbound/suppressions/delete') {
      const { Suppressions } = JSON.parse(call.body.toString()) as {
        Suppressions: { EmailAddress: string }[];
      };
      const EmailAddress = Suppressions[0]!.EmailAddress;
      if (held.some(({ list, address }) => list === 'SpamComplaint' && address === EmailAddress))
        return ok({
          Suppressions: [
            {
              EmailAddress,
              Status: 'Failed',
              Message: 'You do not have the required authority to change this suppression.',
            },
          ],
        });
      for (const list of ['HardBounce', 'ManualSuppression']) take(held, list, EmailAddress);
      return ok({ Suppressions: [{ EmailAddress, Status: 'Deleted', Message: null }] });
    }
    const reason = searchParams.get('SuppressionReason');
    return ok({
      Suppressions: held
        .filter(({ list }) => list === reason)
        .map(({ address, at }) => ({
          EmailAddress: address,
          SuppressionReason: reason,
          Origin: 'Recipient',
          CreatedAt: at.toISOString(),
        })),
    });
  },
};

const brevo: ListPlay = {
  settings: (endpoint) => ({ endpoint }),
  secrets: { apiKey: PLAIN_KEY },
  lists: {
    hardBounce: 'hard_bounce',
    contactFlaggedAsSpam: 'complaint',
    unsubscribedViaEmail: 'unsubscribe',
    adminBlocked: 'manual',
  },
  answer(call, held) {
    if (call.headers['api-key'] !== PLAIN_KEY)
      return ok({ code: 'unauthorized', message: 'Key not found' }, 401);
    const { pathname, searchParams } = urlOf(call);
    if (call.method === 'DELETE') {
      const address = decodeURIComponent(pathname.split('/').at(-1)!);
      const found = held.find((one) => one.address === address);
      return found && take(held, found.list, address)
        ? { status: 204 }
        : ok({ code: 'document_not_found', message: 'not found' }, 404);
    }
    const [offset, limit] = [
      Number(searchParams.get('offset')),
      Math.min(100, Number(searchParams.get('limit'))),
    ];
    return ok({
      count: held.length,
      contacts: held.slice(offset, offset + limit).map(({ list, address, at, reason = '' }) => ({
        email: address,
        senderEmail: '',
        reason: { code: list, message: reason },
        blockedAt: at.toISOString(),
      })),
    });
  },
};

export const LIST_PLAYS = { sendgrid, mailgun, postmark, brevo };
export type ListKind = keyof typeof LIST_PLAYS;
