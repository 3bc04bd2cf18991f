/** Who may what with domains; a part of `access-list.ts`. */
export const DOMAIN_ENDPOINTS = {
  'GET /api/v1/domains': 'domains:read',
  'POST /api/v1/domains': 'domains:write',
  'GET /api/v1/domains/[id]': 'domains:read',
  'PATCH /api/v1/domains/[id]': 'domains:write',
  'DELETE /api/v1/domains/[id]': 'domains:write',
  'POST /api/v1/domains/[id]/check': 'domains:write',
  'GET /api/v1/domains/[id]/deliverability': 'domains:read',
  'POST /api/v1/domains/[id]/deliverability/check': 'domains:write',
  'POST /api/v1/domains/[id]/spf/evaluate': 'domains:write',
  'POST /api/v1/domains/[id]/dkim/rotate': 'domains:write',
  'GET /api/v1/domains/[id]/records': 'domains:read',
  'GET /api/v1/domains/[id]/reports': 'domains:read',
  'GET /api/v1/domains/[id]/checks': 'domains:read',
  'POST /api/v1/domains/[id]/checks': 'domains:write',
  'POST /api/v1/domains/reports': 'domains:write',
  'GET /api/v1/warm-ups': 'providers:read',
  'POST /api/v1/warm-ups': 'providers:write',
  'DELETE /api/v1/warm-ups/[id]': 'providers:write',
};

export const DOMAIN_ACTIONS = {
  'app/(panel)/providers/[id]/warm-up/actions.ts startWarmUpAction': 'technician',
  'app/(panel)/providers/[id]/warm-up/actions.ts stopWarmUpAction': 'technician',
  'app/(panel)/domains/actions.ts checkDomainAction': 'technician',
  'app/(panel)/domains/actions.ts checkPairsAction': 'technician',
  'app/(panel)/domains/actions.ts checkHealthAction': 'technician',
  'app/(panel)/domains/actions.ts createDomainAction': 'technician',
  'app/(panel)/domains/actions.ts deleteDomainAction': 'technician',
  'app/(panel)/domains/actions.ts rotateKeysAction': 'technician',
  'app/(panel)/domains/actions.ts updateDomainAction': 'technician',
};
