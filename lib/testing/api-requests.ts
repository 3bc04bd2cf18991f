import { AI_REQUESTS } from './ai/requests';
import { ALERT_REQUESTS } from './alert-requests';
import { CAMPAIGN_REQUESTS } from './campaign-requests';
import { CONFIG_REQUESTS } from './config-requests';
import { CONTACT_REQUESTS } from './contact-requests';
import { DOMAIN_REQUESTS } from './domain-requests';
import { METRICS_REQUESTS } from './metrics-requests';
import { NOTIFICATION_REQUESTS } from './notification-requests';
import { NOTIFICATION_TYPE_REQUESTS } from './notification-type-requests';
import { REPORT_REQUESTS } from './report-requests';
import { RIGHT_SERVER } from './right-server';
import { RULE_REQUESTS } from './rule-requests';
import { SUPPRESSION_REQUESTS } from './suppression-requests';
import { TEMPLATE_REQUESTS } from './template-requests';
import { WEBHOOK_REQUESTS } from './webhook-requests';

export type ApiRequest = { query?: Record<string, string>; body?: unknown };

const provider = {
  name: 'office',
  kind: 'smtp',
  settings: {
    preset: 'own',
    host: '127.0.0.1',
    port: 2525,
    security: 'none',
    username: 'relevo',
    auth: 'plain',
    oauth: {
      provider: 'custom',
      clientId: 'client',
      tenant: 'example.com',
      authorizeUrl: 'https://login.example.com/authorize',
      tokenUrl: 'https://login.example.com/token',
      scope: 'mail.send',
      grant: 'refresh_token',
    },
    bounceAddress: 'bounces@example.com',
    dkim: 'auto',
    ehloName: 'relevo.example.com',
    tls: { minVersion: 'TLSv1.2', ciphers: 'HIGH', verify: true },
    pool: { maxConnections: 2, maxMessages: 10, idleMs: 1000 },
    timeoutMs: 1000,
    transcript: true,
  },
  secrets: { password: 'a password', oauthClientSecret: 'a secret' },
  fromEmail: 'clinic@example.com',
  fromName: 'Clínica',
  priority: 10,
  weight: 1,
  costPerMessage: '0.0008',
  monthlyFee: '15',
  limits: { second: 5, minute: 60, hour: 1000, day: 10_000, month: 100_000 },
  overrides: {
    breaker: { failures: 2, openSeconds: 60 },
    retries: { faultMinutes: [1], deferralMinutes: [60], immediateTries: 1, immediateDelaySeconds: 1 },
    pace: { failOverAfterSeconds: 10 },
  },
  budget: { monthly: '50', hard: false },
  categories: ['transactional'],
  fallback: null,
  active: true,
  timeZone: 'America/Asuncion',
  senderDomains: ['example.com'],
  recipientDomains: { prefer: ['example.net'], never: ['example.org'] },
  company: null,
};

const message = {
  to: ['Ana <ana@example.com>', { email: 'luis@example.com', name: 'Luis' }],
  cc: ['eva@example.com'],
  bcc: 'leo@example.com',
  from: { email: 'clinic@example.com', name: 'Clínica' },
  replyTo: 'desk@example.com',
  subject: 'Receipt 13',
  html: '<p>Thank you.</p>',
  text: 'Thank you.',
  headers: { 'X-Entity': '4711', References: '<1@example.com>' },
  attachments: [{ filename: 'a.pdf', contentType: 'application/pdf', content: 'QUJD', contentId: 'a' }],
  priority: 'low',
  category: 'transactional',
  tags: ['receipt'],
  metadata: { invoice: '13' },
  scheduledAt: '2030-01-01T00:00:00Z',
  expiresAt: '2031-01-01T00:00:00Z',
  dedupe: { key: 'receipt-13', hours: 1 },
  company: null,
  channel: 'email',
};

const company = {
  name: 'Clínica San José',
  country: 'PY',
  timeZone: 'America/Asuncion',
  currency: 'PYG',
  language: 'es',
  fromEmail: 'clinic@example.com',
  fromName: 'Clínica',
  brand: { color: '#1f6feb', website: 'https://example.com' },
  limits: { minute: 60, hour: 1000, day: 10_000, month: 100_000 },
};

const page = { limit: '5', cursor: '01999999-0000-7000-8000-000000000000' };
/** A right request for each route that takes a query or a body: what is mutated must begin as something that is read to its end. */
export const API_REQUESTS: Record<string, ApiRequest> = {
  'GET /api/oauth/callback': { query: { state: 'a', code: 'b', error: 'access_denied' } },
  'GET /api/oauth/start': { query: { provider: 'office', back: '/providers' } },
  'POST /api/v1/bounces': { query: { dryRun: 'true' } },
  ...METRICS_REQUESTS,
  ...REPORT_REQUESTS,
  ...CONTACT_REQUESTS,
  ...CAMPAIGN_REQUESTS,
  ...RULE_REQUESTS,
  ...NOTIFICATION_REQUESTS,
  ...NOTIFICATION_TYPE_REQUESTS,
  ...TEMPLATE_REQUESTS,
  ...DOMAIN_REQUESTS,
  ...AI_REQUESTS,
  'GET /api/v1/bounces': { query: { ...page, q: 'ana', provider: 'office', since: '2026-01-01T00:00:00Z' } },
  ...SUPPRESSION_REQUESTS,
  ...WEBHOOK_REQUESTS,
  ...ALERT_REQUESTS,
  'POST /api/v1/companies': { body: { ...company, key: 'san-jose' } },
  'PATCH /api/v1/companies/[id]': { body: { ...company, version: 1 } },
  'GET /api/v1/drills': { query: page },
  'POST /api/v1/drills': {
    body: { provider: 'sandbox', mode: 'slow', minutes: 1, messages: 1, to: 'drill@sandbox.test' },
  },
  'GET /api/v1/events': {
    query: {
      ...page,
      message: '01999999-0000-7000-8000-000000000000',
      recipient: 'ana@example.com',
      type: 'bounced',
      provider: 'office',
      company: 'san-jose',
      since: '2026-11-01T00:00:00Z',
      until: '2026-11-28T00:00:00Z',
    },
  },
  'GET /api/v1/inbound': {
    query: { ...page, provider: 'office', state: 'failed', since: '2026-11-01T00:00:00Z' },
  },
  'POST /api/v1/inbound/replay': {
    body: { provider: 'office', state: 'all', since: '2026-11-01T00:00:00Z', dryRun: true },
  },
  'GET /api/v1/messages': {
    query: {
      ...page,
      status: 'parked,failed',
      to: 'ana@example.com',
      provider: 'office',
      tag: 'receipt',
      since: '2026-11-01T00:00:00Z',
      until: '2026-11-28T00:00:00-03:00',
    },
  },
  'GET /api/v1/audit': { query: { ...page, actor: 'ana@example.com', action: 'provider' } },
  'GET /api/v1/audit.csv': { query: { action: 'provider.update' } },
  'GET /api/v1/messages.csv': {
    query: { q: 'receipt', status: 'parked,failed', tag: 'receipt', bom: 'false' },
  },
  'POST /api/v1/messages/cancel': {
    body: { match: { q: 'receipt', status: 'parked', provider: 'office' }, limit: 1, dryRun: true },
  },
  'GET /api/v1/messages/count': {
    query: { q: 'receipt', status: 'parked,failed', provider: 'office', category: 'marketing' },
  },
  'POST /api/v1/messages': { body: message },
  'PATCH /api/v1/messages/[id]': { body: { scheduledAt: '2030-06-01T00:00:00Z' } },
  'GET /api/v1/messages/preview-frame': { query: { pictures: 'all' } },
  'GET /api/v1/messages/[id]/preview': { query: { pictures: 'all' } },
  'POST /api/v1/messages/batch': {
    body: {
      messages: [{ to: 'ana@example.com', subject: 'Receipt 14', text: 'Thank you.', tags: ['receipt'] }],
    },
  },
  'POST /api/v1/messages/[id]/resend': { body: { correct: { 'malo@example.com': 'bueno@example.com' } } },
  'POST /api/v1/messages/resend': {
    body: {
      filter: {
        status: ['failed'],
        provider: 'office',
        to: 'ana@example.com',
        tag: 'receipt',
        since: '2026-11-01T00:00:00Z',
        until: '2026-11-28T00:00:00-03:00',
      },
      limit: 1,
      dryRun: true,
    },
  },
  'POST /api/v1/people': {
    body: { email: 'luis@example.com', role: 'viewer', companies: null, language: 'es' },
  },
  'PATCH /api/v1/people/[id]': { body: { name: 'Luis', role: 'technician', companies: null } },
  'POST /api/v1/providers': { body: provider },
  'PATCH /api/v1/providers/[id]': { body: { ...provider, name: 'renamed', kind: undefined } },
  'GET /api/v1/providers/[id]/changes': { query: page },
  'POST /api/v1/providers/[id]/keys': {
    body: { label: '2027', secrets: { password: 'another' }, scopes: 'send only', activate: false },
  },
  'PATCH /api/v1/providers/[id]/suppressions': { body: { nightly: true } },
  'POST /api/v1/providers/reorder': { body: { providers: ['main'] } },
  'POST /api/v1/providers/[id]/test': { body: { to: 'ana@sandbox.test' } },
  'GET /api/v1/providers/[id]/tests': { query: page },
  'POST /api/v1/providers/[id]/weight/restore': { body: { change: '01999999-0000-7000-8000-000000000000' } },
  'GET /api/v1/recipients': { query: { q: 'ana@example.com' } },
  'GET /api/v1/recipients/[address]/story': { query: page },
  'GET /api/v1/sandbox-messages': { query: page },
  'POST /api/v1/queue/test': { body: {} },
  'POST /api/v1/messages/check': {
    body: { subject: 'Receipt 13', text: 'Thank you.', html: '<p>Thank you.</p>', category: 'marketing' },
  },
  'POST /api/v1/own-server/generate': { body: RIGHT_SERVER },
  'POST /api/v1/addresses/check': { body: { addresses: ['ana@gmail.com'] } },
  ...CONFIG_REQUESTS,
  'POST /api/v1/tokens': {
    body: {
      name: 'child',
      note: 'The cash desk',
      scopes: ['messages:read'],
      kind: 'live',
      allowedIps: ['203.0.113.0/24'],
      fromDomains: ['clinic.example'],
      providers: ['main'],
      limits: { minute: 10, day: 100 },
      expiresInDays: 1,
      company: null,
    },
  },
  'PATCH /api/v1/tokens/[id]': { body: { name: 'renamed', note: null, limits: { minute: 5 } } },
  'POST /api/v1/tokens/[id]/rotate': { body: { graceHours: 1 } },
  'POST /api/v1/tokens/self/rotate': { body: { graceHours: 1 } },
};
