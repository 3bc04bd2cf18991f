/** The part of `access-list.ts` that is about figures over time. */
export const FIGURE_ENDPOINTS: Record<string, string> = {
  'GET /api/v1/metrics': 'metrics:read',
  'GET /api/v1/metrics/campaigns/[id]': 'metrics:read',
  'GET /api/v1/metrics/costs': 'metrics:read',
  'GET /api/v1/metrics/forecast': 'metrics:read',
  'GET /api/v1/metrics/queue': 'metrics:read',
  'GET /api/v1/metrics/providers': 'metrics:read',
  'GET /api/v1/metrics/providers/[id]': 'metrics:read',
};
