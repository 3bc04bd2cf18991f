const text = {
  subject: 'Saldo bajo: {{ balance | money }}',
  preheader: 'Recargue la tarjeta',
  kind: 'html',
  source: '<p>Quedan {{ balance | money }}.</p>',
  text: 'Quedan {{ balance | money }}.',
};
const content = {
  texts: { es: text },
  variables: [
    {
      name: 'balance',
      type: 'money',
      required: true,
      example: 4500,
      label: { en: 'Balance', es: 'Saldo' },
      description: 'Of the card',
    },
  ],
  note: 'Shorter',
};
const facts = { title: 'Saldo bajo', category: 'balance', fallbackLanguage: 'es' };

/** What the routes of templates are asked (`API_REQUESTS`). */
export const TEMPLATE_REQUESTS = {
  'POST /api/v1/providers/[id]/mail-templates/[name]': {
    body: {
      key: 'receipt',
      title: 'Recibo',
      category: 'receipts',
      language: 'es',
      company: null,
      publish: false,
    },
  },
  'POST /api/v1/providers/[id]/templates': {
    body: {
      template: 'su-saldo',
      language: 'es',
      name: 'su_saldo',
      nameLanguage: 'es',
      category: 'utility',
      body: 'Quedan {{ balance | money }} en su tarjeta.',
    },
  },
  'GET /api/v1/providers/[id]/templates/draft': { query: { template: 'su-saldo', language: 'es' } },
  'POST /api/v1/providers/[id]/templates/bind': {
    body: {
      template: 'su-saldo',
      language: 'es',
      name: 'su_saldo',
      nameLanguage: 'es',
      values: { 1: '{{ balance | money }}' },
    },
  },
  'POST /api/v1/providers/[id]/templates/unbind': { body: { template: 'su-saldo', language: 'es' } },
  'GET /api/v1/images': { query: { limit: '10' } },
  'POST /api/v1/images': {
    body: {
      filename: 'logo.png',
      content:
        'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWOQ96uU96tkgFAAF84DmfGZFjwAAAAASUVORK5CYII=',
      company: null,
    },
  },
  'GET /api/v1/templates': { query: { q: 'saldo', category: 'balance', language: 'es', archived: 'false' } },
  'POST /api/v1/templates': {
    body: { key: 'low-balance', ...facts, channel: 'email', company: null, ...content },
  },
  'PATCH /api/v1/templates/[id]': { body: { ...facts, archived: false, version: 1 } },
  'POST /api/v1/templates/[id]/versions': { body: { ...content, basedOn: 1, publish: false } },
  'POST /api/v1/templates/[id]/publish': { body: { number: 1 } },
  'POST /api/v1/templates/[id]/preview': {
    body: { number: 1, language: 'es', variables: { balance: 4500 }, company: null },
  },
  'GET /api/v1/templates/[id]/picture': { query: { number: '1', language: 'es' } },
  'POST /api/v1/templates/[id]/source': { body: { basedOn: 1 } },
  'POST /api/v1/template-starters': { body: { starter: 'low-balance', language: 'es', company: null } },
  'POST /api/v1/templates/[id]/duplicate': { body: { key: 'low-balance-2', title: 'Otra', company: null } },
};
