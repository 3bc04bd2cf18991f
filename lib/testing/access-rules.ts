/** Who may what with subjects and rules; a part of `access-list.ts`. */
export const RULE_ENDPOINTS = {
  'GET /api/v1/subject-kinds': 'subjects:read',
  'POST /api/v1/subject-kinds': 'subjects:write',
  'GET /api/v1/subject-kinds/[id]': 'subjects:read',
  'PATCH /api/v1/subject-kinds/[id]': 'subjects:write',
  'DELETE /api/v1/subject-kinds/[id]': 'subjects:write',
  'GET /api/v1/subjects': 'subjects:read',
  'POST /api/v1/subjects': 'subjects:write',
  'POST /api/v1/subjects/batch': 'subjects:write',
  'GET /api/v1/subjects/[id]': 'subjects:read',
  'DELETE /api/v1/subjects/[id]': 'subjects:write',
  'POST /api/v1/subjects/[id]/notify': 'messages:send',
  'GET /api/v1/rules': 'rules:read',
  'GET /api/v1/rules/coming': 'rules:read',
  'POST /api/v1/rules': 'rules:write',
  'GET /api/v1/rules/[id]': 'rules:read',
  'PATCH /api/v1/rules/[id]': 'rules:write',
  'DELETE /api/v1/rules/[id]': 'rules:write',
  'POST /api/v1/rules/[id]/run': 'rules:write',
  'GET /api/v1/rules/[id]/runs': 'rules:read',
};

export const RULE_ACTIONS = {
  'app/(panel)/rules/actions.ts createRuleAction': 'technician',
  'app/(panel)/rules/actions.ts updateRuleAction': 'technician',
  'app/(panel)/rules/actions.ts deleteRuleAction': 'technician',
  'app/(panel)/rules/actions.ts runRuleAction': 'technician',
  'app/(panel)/rules/actions.ts installExampleAction': 'technician',
  'app/(panel)/subjects/actions.ts createKindAction': 'technician',
  'app/(panel)/subjects/actions.ts notifyAboutAction': 'technician',
};
