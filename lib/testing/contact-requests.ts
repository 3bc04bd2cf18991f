const person = {
  name: 'Ana Benítez',
  email: 'ana@example.com',
  phone: '+595981234567',
  whatsapp: '+595981234567',
  telegram: '123456789',
  slack: 'U024BE7LH',
  language: 'es-PY',
  timeZone: 'America/Asuncion',
  fields: { grade: '5.º' },
};

/** What the routes of contacts are asked (`API_REQUESTS`). */
export const CONTACT_REQUESTS = {
  'GET /api/v1/contacts': {
    query: {
      q: 'ana',
      email: 'ana@example.com',
      company: 'san-jose',
      limit: '5',
      cursor: '01999999-0000-7000-8000-000000000000',
    },
  },
  'POST /api/v1/contacts': { body: { key: 'C-1042', ...person, company: null } },
  'POST /api/v1/contacts/batch': { body: { contacts: [{ key: 'C-1042', ...person }], company: null } },
  'POST /api/v1/contacts/import': { query: { company: 'san-jose', columns: 'key,email,-', dryRun: 'true' } },
  'PATCH /api/v1/contacts/[id]': { body: { key: 'C-1042', ...person, version: 1 } },
  'GET /api/v1/contacts.csv': { query: { company: 'san-jose' } },
  'POST /api/v1/contacts/[id]/merge': { body: { other: 'C-1043' } },
  'PATCH /api/v1/contacts/[id]/preferences': {
    body: {
      language: 'es-PY',
      quietHours: { fromHour: 22, untilHour: 7 },
      types: { 'low-balance': { sms: false } },
      digests: { 'low-balance': 'daily' },
      version: 0,
    },
  },
  'GET /api/v1/contacts/[id]/story': { query: { limit: '5' } },
};
