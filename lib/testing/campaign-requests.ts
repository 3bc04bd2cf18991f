import { LIST_REQUESTS } from './list-requests';

const campaign = {
  title: 'News of March',
  audience: { lists: [], segments: [], without: { lists: [], segments: [] } },
  template: 'newsletter',
  variables: { title: 'March' },
  language: 'es',
  subject: 'News of March',
  preheader: 'What happened, in a few words',
  fromEmail: 'news@school.example',
  fromName: 'School',
  tracking: { opens: true, clicks: true },
  variants: [{ template: 'newsletter', subject: 'March', preheader: 'In short', fromName: 'Ana' }, {}],
  test: { percent: 20, metric: 'clicks', waitHours: 12 },
  startsAt: '2030-12-24T09:00',
  zoned: true,
  spreadHours: 2,
  perMinute: 500,
  budget: { amount: '20', hard: true },
};

/** What the routes of campaigns are asked, and of whom they are for (`API_REQUESTS`). */
export const CAMPAIGN_REQUESTS = {
  ...LIST_REQUESTS,
  'GET /api/v1/campaigns': { query: { company: 'san-jose', state: 'draft' } },
  'POST /api/v1/campaigns': { body: { ...campaign, company: null } },
  'PATCH /api/v1/campaigns/[id]': { body: { ...campaign, version: 1 } },
  'POST /api/v1/campaigns/[id]/test': { body: { to: 'ana@example.com', variant: 0 } },
  'POST /api/v1/campaigns/[id]/approve': { body: { version: 1 } },
  'POST /api/v1/campaigns/[id]/decline': {
    body: { note: 'The price in the second line is last year’s.', version: 1 },
  },
  'POST /api/v1/campaigns/[id]/start': { body: { anyway: true } },
  'POST /api/v1/campaigns/[id]/decide': { body: { variant: 0 } },
  'POST /api/v1/campaigns/[id]/duplicate': { body: { title: 'News of April' } },
  'POST /api/v1/campaigns/[id]/resend': {
    body: { title: 'News of March, again', subject: 'In case you missed it' },
  },
  'POST /api/v1/campaigns/[id]/recipients/list': { body: { did: 'clicked', title: 'Who clicked in March' } },
  'GET /api/v1/campaigns/[id]/recipients': {
    query: { outcome: 'sent', did: 'opened', limit: '5', cursor: '01999999-0000-7000-8000-000000000000' },
  },
};
