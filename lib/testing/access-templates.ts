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
  'GET /api/v1/templates/[id]/picture': 'templates:read',
  'POST /api/v1/templates/[id]/duplicate': 'templates:write',
};

export const TEMPLATE_ACTIONS = {
  'app/(panel)/templates/actions.ts createTemplateAction': 'technician',
  'app/(panel)/templates/actions.ts createFromStarterAction': 'technician',
  'app/(panel)/templates/actions.ts updateTemplateAction': 'technician',
  'app/(panel)/templates/actions.ts saveVersionAction': 'technician',
  'app/(panel)/templates/actions.ts publishVersionAction': 'technician',
  'app/(panel)/templates/actions.ts duplicateTemplateAction': 'technician',
  'app/(panel)/templates/actions.ts deleteTemplateAction': 'technician',
  'app/(panel)/templates/[id]/edit/actions.ts previewDraftAction': 'viewer',
  'app/(panel)/templates/[id]/edit/actions.ts sendTemplateTestAction': 'technician',
};
