const list = {
  title: 'News of the school',
  description: 'Once a month.',
  optIn: 'double',
  openForm: true,
  welcome: 'newsletter',
};
const rules = {
  match: 'any',
  groups: [{ match: 'all', rules: [{ field: 'language', op: 'contains', value: 'es' }] }],
};

/** What the routes of lists and segments are asked (`API_REQUESTS`). */
export const LIST_REQUESTS = {
  'GET /api/v1/lists': { query: { company: 'san-jose' } },
  'POST /api/v1/lists': { body: { ...list, company: null } },
  'PATCH /api/v1/lists/[id]': { body: { ...list, version: 1 } },
  'GET /api/v1/lists/[id]/members': {
    query: { state: 'subscribed', limit: '5', cursor: '01999999-0000-7000-8000-000000000000' },
  },
  'POST /api/v1/lists/[id]/members': {
    body: { contacts: [{ email: 'ana@example.com', name: 'Ana Benítez' }], confirmed: true, again: false },
  },
  'GET /api/v1/segments': { query: { company: 'san-jose' } },
  'POST /api/v1/segments': { body: { title: 'Spanish', rules, company: null } },
  'POST /api/v1/segments/preview': { body: { rules, company: null } },
  'PATCH /api/v1/segments/[id]': { body: { title: 'Spanish', rules, version: 1 } },
};
