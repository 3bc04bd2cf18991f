const report = {
  name: 'Week',
  frequency: 'weekly',
  hour: 7,
  timeZone: 'America/Asuncion',
  language: 'es',
  recipients: ['ana@example.com'],
  active: true,
};

/** What the routes of reports are asked (`API_REQUESTS`). */
export const REPORT_REQUESTS = {
  'POST /api/v1/reports': { body: { ...report, company: null } },
  'PATCH /api/v1/reports/[id]': { body: { ...report, version: 1 } },
};
