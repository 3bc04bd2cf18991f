const one = {
  type: 'topup-received',
  to: {
    name: 'Ana Benítez',
    email: 'ana@example.com',
    phone: '+595981234567',
    whatsapp: '+595981234567',
    telegram: '123456789',
    slack: 'U024BE7LH',
    language: 'es',
  },
  variables: { amount: 50000 },
  attachments: [{ filename: 'a.txt', contentType: 'text/plain', content: 'QUJD', contentId: 'a' }],
  company: null,
  dedupeKey: 'topup 8841',
};

/** What the routes of notifications are asked (`API_REQUESTS`). */
export const NOTIFICATION_REQUESTS = {
  'GET /api/v1/feed': {
    query: { contact: 'C-1042', limit: '5', cursor: '01999999-0000-7000-8000-000000000000' },
  },
  'POST /api/v1/feed/read': { body: { contact: 'C-1042', ids: ['01999999-0000-7000-8000-000000000000'] } },
  'POST /api/v1/feed/tokens': { body: { contact: 'C-1042', minutes: 15 } },
  'POST /api/v1/notifications': { body: one },
  'POST /api/v1/notifications/batch': { body: { notifications: [one] } },
  'GET /api/v1/notifications': {
    query: {
      type: 'low-balance',
      state: 'sent',
      contact: 'C-1042',
      company: 'san-jose',
      since: '2026-01-01T00:00:00Z',
      until: '2027-01-01T00:00:00Z',
      limit: '5',
      cursor: '01999999-0000-7000-8000-000000000000',
    },
  },
  'GET /api/v1/notifications/figures': { query: { span: '7d', company: 'san-jose' } },
};
