import type { ApiRoute } from './api-routes';
import { PNG } from './images';
import { SYSTEM_WIDE } from './system-wide';

const ONE_RULE = { groups: [{ rules: [{ field: 'email', op: 'set' }] }] };

export const isCollection = ({ params }: ApiRoute) => params.length === 0;
export const isChecked = ({ name }: ApiRoute) => !(name in SYSTEM_WIDE);

/** Lists that have to be asked for something: what the rows of both companies have. */
export const ASKED: Record<string, Record<string, string>> = { 'GET /api/v1/recipients': { q: 'receipt' } };

/** About an address or a campaign, which may be anybody's: they answer what they answer of one that nobody wrote to or sent. */
export const OF_ANYBODY = [
  'GET /api/v1/metrics/campaigns/[id]',
  'GET /api/v1/recipients/[address]/story',
  'GET /api/v1/recipients/[address]/export',
];

type Second = { id: string; provider: { id: string }; content: { contacts: string } };
type Attack = { body: unknown; status: number };

/** What a token of the first company tries where no id is in the address. Every such route must be here. */
export const ATTACKS: Record<string, (second: Second) => Attack> = {
  'POST /api/v1/addresses/check': () => ({ body: { addresses: ['ana'] }, status: 200 }),
  'POST /api/v1/bounces': () => ({ body: {}, status: 200 }),
  'POST /api/v1/domains/reports': () => ({ body: {}, status: 200 }),
  'POST /api/v1/domains/deliverability/check': () => ({ body: {}, status: 200 }),
  'POST /api/v1/own-servers/check': () => ({ body: {}, status: 200 }),
  'POST /api/v1/feed/read': ({ content }) => ({ body: { contact: content.contacts }, status: 404 }),
  'POST /api/v1/feed/tokens': ({ content }) => ({ body: { contact: content.contacts }, status: 404 }),
  'POST /api/v1/suppressions': ({ id }) => ({
    body: { address: 'ana@example.com', company: id },
    status: 403,
  }),
  'POST /api/v1/suppressions/undo': () => ({ body: { cause: 'manual' }, status: 200 }),
  'POST /api/v1/suppressions/import': () => ({ body: {}, status: 200 }),
  'POST /api/v1/reports': ({ id }) => ({
    body: { name: 'mine', frequency: 'daily', recipients: ['ana@example.com'], company: id },
    status: 403,
  }),
  'POST /api/v1/warm-ups': ({ provider }) => ({ body: { provider: provider.id }, status: 400 }),
  'POST /api/v1/domains': ({ id }) => ({ body: { name: 'mine.example', company: id }, status: 403 }),
  'POST /api/v1/ai-providers': ({ id }) => ({
    body: { name: 'mine', kind: 'mistral', apiKey: 'secret-13', company: id },
    status: 403,
  }),
  'POST /api/v1/bounce-mailboxes': ({ id }) => ({
    body: { name: 'mine', host: 'imap.example.com', username: 'bounces', password: 'secret-13', company: id },
    status: 403,
  }),
  'POST /api/v1/inbound/replay': ({ provider }) => ({
    body: { provider: provider.id, state: 'all' },
    status: 404,
  }),
  'POST /api/v1/companies': () => ({ body: { name: 'A third one' }, status: 403 }),
  'POST /api/v1/drills': ({ provider }) => ({
    body: { provider: provider.id, mode: 'down', minutes: 1 },
    status: 404,
  }),
  'POST /api/v1/images': ({ id }) => ({
    body: { filename: 'mine.png', content: PNG, company: id },
    status: 403,
  }),
  'POST /api/v1/messages': ({ id }) => ({ body: { ...plain, company: id }, status: 403 }),
  'POST /api/v1/messages/batch': ({ id }) => ({
    body: { messages: [{ ...plain, company: id }] },
    status: 200,
  }),
  'POST /api/v1/messages/cancel': () => ({ body: { match: { status: 'parked' } }, status: 200 }),
  'POST /api/v1/messages/check': () => ({ body: plain, status: 200 }),
  'POST /api/v1/messages/resend': () => ({ body: { filter: { status: ['parked'] } }, status: 200 }),
  // Nothing of it is anybody's: the answer is made of the question alone.
  'POST /api/v1/own-server/generate': () => ({ body: { hostname: 'mail.example.com' }, status: 200 }),
  'POST /api/v1/people': ({ id }) => ({
    body: { email: 'luis@example.com', role: 'viewer', companies: [id] },
    status: 403,
  }),
  'POST /api/v1/providers': ({ id }) => ({
    body: { name: 'mine', kind: 'sandbox', settings: {}, company: id },
    status: 403,
  }),
  'POST /api/v1/providers/reorder': ({ provider }) => ({ body: { providers: [provider.id] }, status: 404 }),
  'POST /api/v1/queue/test': () => ({ body: {}, status: 200 }),
  'PUT /api/v1/config': () => ({ body: { relevo: 1 }, status: 403 }),
  'PATCH /api/v1/settings': () => ({ body: { general: { currency: 'PYG' } }, status: 403 }),
  'POST /api/v1/alert-rules': ({ id }) => ({ body: { kind: 'parked', company: id }, status: 403 }),
  'POST /api/v1/webhooks': ({ id }) => ({
    body: { name: 'mine', url: 'https://192.0.3.9/', company: id },
    status: 403,
  }),
  'POST /api/v1/notification-types': ({ id }) => ({
    body: { key: 'mine', title: 'mine', steps: [{ channel: 'sms' }], texts: { es: 'x' }, company: id },
    status: 403,
  }),
  'POST /api/v1/notifications': ({ id }) => ({
    body: { type: 'payment-pending', to: 'ana@example.com', company: id },
    status: 403,
  }),
  'POST /api/v1/notifications/batch': ({ id }) => ({
    body: { notifications: [{ type: 'payment-pending', to: 'ana@example.com', company: id }] },
    status: 200,
  }),
  'POST /api/v1/subject-kinds': ({ id }) => ({
    body: { key: 'mine', title: 'mine', fields: [{ name: 'a', type: 'text' }], company: id },
    status: 403,
  }),
  'POST /api/v1/subjects': ({ id }) => ({ body: { kind: 'mine', key: 'mine', company: id }, status: 403 }),
  'POST /api/v1/subjects/batch': ({ id }) => ({
    body: { kind: 'mine', subjects: [{ key: 'mine' }], company: id },
    status: 403,
  }),
  'POST /api/v1/subject-sources': ({ id }) => ({
    body: { title: 'mine', kind: 'mine', url: 'https://192.0.3.9/', company: id },
    status: 403,
  }),
  'POST /api/v1/rules': ({ id }) => ({
    body: {
      title: 'mine',
      kind: 'mine',
      type: 'payment-pending',
      conditions: [{ field: 'a', op: 'set' }],
      company: id,
    },
    status: 403,
  }),
  'POST /api/v1/campaigns': ({ id }) => ({
    body: { title: 'mine', template: 'mine', audience: {}, company: id },
    status: 403,
  }),
  'POST /api/v1/lists': ({ id }) => ({ body: { title: 'mine', company: id }, status: 403 }),
  'POST /api/v1/segments': ({ id }) => ({
    body: { title: 'mine', rules: ONE_RULE, company: id },
    status: 403,
  }),
  'POST /api/v1/segments/preview': ({ id }) => ({ body: { rules: ONE_RULE, company: id }, status: 403 }),
  'POST /api/v1/contacts': ({ id }) => ({ body: { key: 'mine', company: id }, status: 403 }),
  'POST /api/v1/contacts/batch': ({ id }) => ({
    body: { contacts: [{ key: 'mine' }], company: id },
    status: 403,
  }),
  'POST /api/v1/contacts/import': () => ({ body: {}, status: 400 }),
  'POST /api/v1/templates': ({ id }) => ({
    body: { title: 'mine', category: 'alerts', texts: { en: { subject: 'x', source: 'x' } }, company: id },
    status: 403,
  }),
  'POST /api/v1/template-starters': ({ id }) => ({
    body: { starter: 'welcome', language: 'en', company: id },
    status: 403,
  }),
  'POST /api/v1/tokens': ({ id }) => ({
    body: { name: 'child', scopes: ['messages:read'], company: id },
    status: 403,
  }),
  'POST /api/v1/tokens/self/rotate': () => ({ body: {}, status: 200 }),
};
export const plain = { to: 'ana@example.com', subject: 'Receipt 13', text: 'Thank you.' };
