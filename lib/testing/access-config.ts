/** Who may what with all that is configured, and with backups; a part of `access-list.ts`. */
export const CONFIG_ENDPOINTS = {
  'GET /api/v1/backups': 'config:read, technician',
  'POST /api/v1/backups': 'config:write, administrator',
  'POST /api/v1/backups/test': 'config:write, administrator',
  'GET /api/v1/config': 'config:read, technician',
  'PUT /api/v1/config': 'config:write, administrator',
  'GET /api/v1/config/schema': 'config:read, technician',
  'GET /api/v1/config/things': 'config:read, technician',
  'GET /api/v1/config/versions': 'config:read, technician',
  'GET /api/v1/config/versions/[number]': 'config:read, technician',
  'GET /api/v1/config/versions/[number]/document': 'config:read, technician',
  'POST /api/v1/config/versions/[number]/restore': 'config:write, administrator',
  'GET /api/v1/logs': 'audit:read, technician',
  'PUT /api/v1/logs/level': 'settings:write',
};

export const CONFIG_ACTIONS = {
  'app/(panel)/settings/backups/actions.ts orderBackupAction': 'administrator',
  'app/(panel)/logs/actions.ts setLogLevelAction': 'technician',
  'app/(panel)/settings/backups/actions.ts orderTestAction': 'administrator',
  'app/(panel)/settings/document/actions.ts applyDocumentAction': 'administrator',
  'app/(panel)/settings/document/actions.ts checkDocumentAction': 'technician',
  'app/(panel)/settings/document/actions.ts openDocumentAction': 'technician',
  'app/(panel)/settings/versions/actions.ts restoreVersionAction': 'administrator',
};
