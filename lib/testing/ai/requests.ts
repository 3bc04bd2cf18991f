const provider = {
  name: 'Mistral',
  endpoint: 'https://api.mistral.ai/v1',
  model: 'mistral-small-latest',
  organization: 'org',
  project: 'proj',
  timeoutSeconds: 30,
  priority: 50,
  price: { input: '0.15', output: '0.6' },
  modelFor: { translate: { model: 'mistral-large-latest', price: { input: '0.5', output: '1.5' } } },
  limits: { minute: 10, day: 100 },
  budget: { monthly: '5', hard: true },
  fallback: null,
  active: true,
  apiKey: 'a-key-of-mistral-0123456789',
};

/** Whole requests to the routes of AI, for what is tested of all. */
export const AI_REQUESTS = {
  'GET /api/v1/ai-calls': {
    query: {
      provider: '01999999-0000-7000-8000-000000000000',
      limit: '10',
      cursor: '01999999-0000-7000-8000-000000000000',
    },
  },
  'POST /api/v1/ai-providers': { body: { ...provider, kind: 'mistral', company: null } },
  'PATCH /api/v1/ai-providers/[id]': { body: { ...provider, version: 1 } },
  'POST /api/v1/ai-providers/[id]/keys': {
    body: { label: 'December', apiKey: 'a-key-of-mistral-0123456789', active: true },
  },
};
