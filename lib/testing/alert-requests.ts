const alertRule = {
  active: true,
  severity: 'critical',
  threshold: 5,
  windowMinutes: 60,
  minSample: 50,
  byMail: true,
  recipients: ['ana@example.com'],
  remindHours: 12,
  quietFrom: '22:00',
  quietTo: '07:00',
  mutedUntil: '2099-01-01T00:00:00Z',
};

/** A right request for each route of alerts that takes a query or a body. */
export const ALERT_REQUESTS = {
  'GET /api/v1/alerts': { query: { limit: '10', state: 'open' } },
  'POST /api/v1/alert-rules': { body: { ...alertRule, kind: 'failure_rate', company: null } },
  'PATCH /api/v1/alert-rules/[id]': { body: { ...alertRule, version: 1 } },
};
