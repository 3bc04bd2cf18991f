const page = { limit: '5', cursor: '01999999-0000-7000-8000-000000000000' };

const mailbox = {
  name: 'Bounces',
  host: 'imap.example.com',
  port: 993,
  security: 'tls',
  username: 'bounces@example.com',
  password: 'secret-13',
  folder: 'INBOX',
  everyMinutes: 5,
  afterReading: 'move',
  moveTo: 'Read',
  active: true,
};

const replyRule = {
  name: 'Moved',
  phrase: 'has moved to another planet',
  appliesTo: 'reply',
  stage: 'recipient',
  code: '550',
  means: 'user_unknown',
  permanent: false,
  waitSeconds: 600,
  note: 'Seen at example.com',
  active: true,
  position: 10,
};

/** What the routes of suppressions are asked (`API_REQUESTS`). */
export const SUPPRESSION_REQUESTS = {
  'POST /api/v1/bounce-mailboxes': { body: { ...mailbox, company: null } },
  'PATCH /api/v1/bounce-mailboxes/[id]': { body: { ...mailbox, version: 1 } },
  'POST /api/v1/reply-rules': { body: replyRule },
  'PATCH /api/v1/reply-rules/[id]': { body: { ...replyRule, version: 1 } },
  'GET /api/v1/reply-rules/tables': { query: { search: 'quota' } },
  'POST /api/v1/reply-rules/try': { body: { text: '550 no', as: 'bounce', stage: 'data' } },
  'GET /api/v1/suppressions': {
    query: { ...page, q: 'ana', cause: 'manual', provider: 'office', since: '2026-01-01T00:00:00Z' },
  },
  'GET /api/v1/suppressions.csv': { query: { q: 'ana', cause: 'manual', provider: 'office' } },
  'POST /api/v1/suppressions': {
    body: {
      address: 'ana@example.com',
      company: null,
      cause: 'manual',
      category: 'marketing',
      reason: 'Asked us',
      expiresAt: '2099-01-01T00:00:00Z',
    },
  },
  'POST /api/v1/suppressions/undo': {
    body: { cause: 'manual', since: '2026-01-01T00:00:00Z', dryRun: true },
  },
  'POST /api/v1/suppressions/import': { query: { company: 'san-jose' } },
};
