/** Who may what with webhooks; a part of `access-list.ts`. */
export const WEBHOOK_ENDPOINTS = {
  'GET /api/v1/webhooks': 'webhooks:read, technician',
  'POST /api/v1/webhooks': 'webhooks:write',
  'GET /api/v1/webhooks/[id]': 'webhooks:read, technician',
  'PATCH /api/v1/webhooks/[id]': 'webhooks:write',
  'DELETE /api/v1/webhooks/[id]': 'webhooks:write',
  'POST /api/v1/webhooks/[id]/test': 'webhooks:write',
  'POST /api/v1/webhooks/[id]/rotate': 'webhooks:write',
  'GET /api/v1/webhooks/[id]/deliveries': 'webhooks:read, technician',
  'POST /api/v1/webhooks/[id]/replay': 'webhooks:write',
};
