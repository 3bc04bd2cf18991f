/** Who may what with templates; a part of `access-list.ts`. */
export const TEMPLATE_ENDPOINTS = {
  'GET /api/v1/templates': 'templates:read',
  'POST /api/v1/templates': 'templates:write',
  'GET /api/v1/templates/[id]': 'templates:read',
  'PATCH /api/v1/templates/[id]': 'templates:write',
  'DELETE /api/v1/templates/[id]': 'templates:write',
  'GET /api/v1/templates/[id]/versions': 'templates:read',
  'POST /api/v1/templates/[id]/versions': 'templates:write',
  'GET /api/v1/templates/[id]/versions/[number]': 'templates:read',
  'POST /api/v1/templates/[id]/publish': 'templates:write',
  'POST /api/v1/templates/[id]/preview': 'templates:read, viewer',
  'POST /api/v1/templates/[id]/duplicate': 'templates:write',
};
