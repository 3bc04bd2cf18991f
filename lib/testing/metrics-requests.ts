const period = { from: '2026-11-01', to: '2026-11-28T00:00:00-03:00', interval: 'day' };
const marketing = { ...period, category: 'marketing' };

/** What the routes of figures are asked (`API_REQUESTS`). */
export const METRICS_REQUESTS = {
  'GET /api/v1/metrics': { query: { ...marketing, provider: 'office' } },
  'GET /api/v1/metrics/campaigns/[id]': { query: period },
  'GET /api/v1/metrics/forecast': { query: { provider: 'office' } },
  'GET /api/v1/metrics/queue': { query: { interval: 'hour' } },
  'GET /api/v1/metrics/costs': { query: { month: '2026-11' } },
  'GET /api/v1/metrics/providers': { query: marketing },
  'GET /api/v1/metrics/providers/[id]': { query: marketing },
};
