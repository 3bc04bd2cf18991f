const page = { limit: '5', cursor: '01999999-0000-7000-8000-000000000000' };

/** What the routes of webhooks are asked (`API_REQUESTS`). */
export const WEBHOOK_REQUESTS = {
  'POST /api/v1/webhooks': {
    body: {
      name: 'Shop',
      url: 'https://192.0.3.9/',
      events: ['message.bounced'],
      company: null,
      active: true,
    },
  },
  'PATCH /api/v1/webhooks/[id]': {
    body: {
      name: 'Shop',
      url: 'https://192.0.3.9/other',
      events: ['message.bounced'],
      active: false,
      version: 1,
    },
  },
  'POST /api/v1/webhooks/[id]/rotate': { body: { graceHours: 1 } },
  'GET /api/v1/webhooks/[id]/deliveries': { query: { ...page, state: 'failed' } },
  'POST /api/v1/webhooks/[id]/replay': {
    body: { since: '2026-11-27T00:00:00Z', until: '2026-11-28T00:00:00Z', failed: true, dryRun: true },
  },
};
