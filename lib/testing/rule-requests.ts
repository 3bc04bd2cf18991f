const fields = [{ name: 'fine', type: 'number', label: 'Fine' }];
const rule = {
  title: 'Fine over 5,000',
  type: 'payment-pending',
  match: 'all',
  conditions: [{ field: 'fine', op: 'gt', value: 5000, than: 'limit', plus: 1 }],
  before: { field: 'due_on', days: [7, 1] },
  cron: '0 18 * * *',
  timeZone: 'America/Asuncion',
  active: true,
};

const source = {
  title: 'Loans',
  url: 'https://192.0.3.9/loans.csv',
  columns: ['key', 'fine'],
  decimal: 'comma',
  dates: 'dmy',
  cron: '0 6 * * *',
  timeZone: 'America/Asuncion',
  active: true,
};

/** What the routes of subjects and rules are asked (`API_REQUESTS`). */
export const RULE_REQUESTS = {
  'GET /api/v1/subject-kinds': { query: { company: 'san-jose' } },
  'POST /api/v1/subject-kinds': { body: { key: 'loan', title: 'Loan', fields, company: null } },
  'PATCH /api/v1/subject-kinds/[id]': { body: { title: 'Loan', fields, version: 1 } },
  'GET /api/v1/subjects': {
    query: {
      kind: 'loan',
      q: '18',
      company: 'san-jose',
      limit: '5',
      cursor: '01999999-0000-7000-8000-000000000000',
    },
  },
  'POST /api/v1/subjects': {
    body: { kind: 'loan', key: '18842', contact: null, data: { fine: 1 }, company: null },
  },
  'POST /api/v1/subjects/batch': {
    body: { kind: 'loan', subjects: [{ key: '18842', data: { fine: 1 } }], company: null },
  },
  'POST /api/v1/subjects/[id]/notify': { body: { type: 'payment-pending', dedupeKey: 'loan 18842' } },
  'GET /api/v1/subject-sources': { query: { company: 'san-jose' } },
  'POST /api/v1/subject-sources': { body: { kind: 'loan', ...source, company: null } },
  'PATCH /api/v1/subject-sources/[id]': { body: { ...source, version: 1 } },
  'GET /api/v1/rules': { query: { company: 'san-jose' } },
  'GET /api/v1/rules/coming': { query: { days: '7', company: 'san-jose' } },
  'POST /api/v1/rules': { body: { kind: 'loan', ...rule, start: 'new', company: null } },
  'PATCH /api/v1/rules/[id]': { body: { ...rule, version: 1 } },
  'POST /api/v1/rules/[id]/run': { body: { dryRun: true } },
};
