import { safeEqual } from '@/lib/crypto/compare';
import type { InboundRequest, ReportedEvent, Verified } from '@/lib/events/inbound';
import { queryOf } from '@/lib/events/query';
import { messageOf, textOf } from '../../email/events/fields';
import { carriesSecret } from '../../email/events/shared-secret';
import type { REPORTS, Receipts, Settings } from './schema';
import { valueAt } from './value-in';

type Config = { settings: Settings; secrets: { webhookToken?: string } };

/** Delivery reports and texts of people, as the settings describe them. */
export const httpSmsEvents = {
  proof: 'webhookToken',

  byGet: true as const,

  verify(request: InboundRequest, { secrets: { webhookToken } }: Config): Verified {
    const shown = new URLSearchParams(queryOf(request)).get('token');
    if (!shown || !webhookToken) return carriesSecret(request, webhookToken);
    return safeEqual(shown, webhookToken)
      ? { ok: true }
      : { ok: false, reason: 'its token is not the one that is set here' };
  },

  parse(request: InboundRequest, { settings: { receipts, answers } }: Config): ReportedEvent[] {
    const query = new URLSearchParams(queryOf(request));
    const ours = query.get('message');
    const again = query.get('again');
    return documentsIn(request).flatMap((document) => {
      const at = (path: string | undefined) => (path ? textOf(valueAt(document, path)) : undefined);
      const from = at(answers?.fromPath);
      const text = at(answers?.textPath);
      if (from && text !== undefined) {
        // The same words may come again another day.
        const id = at(answers?.idPath) ?? request.receivedAt.toISOString().slice(0, 16);
        return toAnswer({ from, text, id });
      }
      return receipts ? toReport(receipts, { at, ours, again }) : [];
    });
  },

  answer({ settings: { receipts } }: Config) {
    return { contentType: 'text/plain; charset=utf-8', body: receipts?.answer ?? 'OK' };
  },
};

/** JSON, of one message or of a list of them, or a form. */
function documentsIn({ headers, body }: InboundRequest): unknown[] {
  const text = Buffer.from(body).toString('utf8');
  if (!/\bform-urlencoded\b/i.test(headers['content-type'] ?? '')) {
    const document: unknown = JSON.parse(text);
    return Array.isArray(document) ? document : [document];
  }
  return [Object.fromEntries(new URLSearchParams(text))];
}

type Found = {
  at: (path: string | undefined) => string | undefined;
  ours: string | null;
  again: string | null;
};

function toReport(receipts: Receipts, { at, ours, again }: Found): ReportedEvent[] {
  const { idPath, statePath, errorPath } = receipts;
  const message = messageOf(ours, at(idPath));
  const state = at(statePath);
  const means = state === undefined ? undefined : meaningOf(receipts, state);
  if (!message || !means) return [];
  const code = at(errorPath);
  const key = [ours, at(idPath), again, state, code].join(' ');
  const detail = { reply: [state, code].filter(Boolean).join(' '), ...(code && { code }) };
  const common = { ...message, key, recipient: null, at: null };
  if (means === 'nobody') return [{ ...common, type: 'bounced', detail: { ...detail, reason: 'invalid' } }];
  if (means === 'failed') return [{ ...common, type: 'failed', detail: { ...detail, reason: 'other' } }];
  return [{ ...common, type: means }];
}

type Report = (typeof REPORTS)[number];

/** Of SMPP (3.4, 5.2.28), which most gateways hand on, and what others write for it. What only says that it goes on means nothing yet. */
const USUAL: Record<string, Report> = {
  delivrd: 'delivered',
  delivered: 'delivered',
  delivered_to_handset: 'delivered',
  acceptd: 'sent',
  accepted: 'sent',
  sent: 'sent',
  undeliv: 'failed',
  undelivered: 'failed',
  undeliverable: 'failed',
  rejectd: 'failed',
  rejected: 'failed',
  expired: 'failed',
  deleted: 'failed',
  failed: 'failed',
};

function meaningOf({ states }: Receipts, state: string): Report | undefined {
  const plain = state.trim().toLowerCase();
  const own = states.find(({ equals }) => equals.toLowerCase() === plain)?.means;
  return own ?? (Object.hasOwn(USUAL, plain) ? USUAL[plain] : undefined);
}

function toAnswer({ from, text, id }: { from: string; text: string; id: string }): ReportedEvent[] {
  // Gateways leave the sign out as often as not.
  const number = /^\d{8,15}$/.test(from) ? `+${from}` : from;
  const key = `${id} ${number} ${text}`;
  return [{ answerOf: number, key, recipient: number, type: 'replied', at: null, detail: { text } }];
}
