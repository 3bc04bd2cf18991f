const domain = {
  senders: { addresses: ['192.0.2.7'], providers: ['office'] },
  algorithms: 'rsa_ed25519',
  rotateEveryDays: 90,
  dmarc: { policy: 'none', reportsTo: 'dmarc@clinic.example' },
  returnPath: { name: 'bounces', host: 'mail.clinic.example' },
  tracking: { name: 'track' },
};

export const DOMAIN_REQUESTS = {
  'POST /api/v1/domains': { body: { ...domain, name: 'clinic.example', company: null } },
  'PATCH /api/v1/domains/[id]': { body: { ...domain, step: 'dkim', version: 1 } },
  'GET /api/v1/warm-ups': { query: { provider: 'office' } },
  'POST /api/v1/warm-ups': { body: { provider: 'office', domain: 'clinic.example', plan: 'slow' } },
  'POST /api/v1/domains/[id]/providers': { body: { provider: 'office' } },
  'POST /api/v1/domains/[id]/spf/evaluate': { body: { ip: '192.0.2.7' } },
  'POST /api/v1/domains/reports': { query: { dryRun: 'true' } },
  'GET /api/v1/domains/[id]/reports': { query: { days: '30' } },
  'POST /api/v1/domains/[id]/dkim/rotate': { body: { key: { selector: 'mail', privateKey: 'a key' } } },
};
