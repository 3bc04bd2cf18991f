/** Who may what with notifications; a part of `access-list.ts`. */
export const NOTIFICATION_ENDPOINTS = {
  'GET /api/v1/feed': 'notifications:read',
  'POST /api/v1/feed/read': 'notifications:write',
  'POST /api/v1/feed/tokens': 'notifications:write',
  'GET /api/v1/notification-types': 'notifications:read',
  'POST /api/v1/notification-types': 'notifications:write',
  'GET /api/v1/notification-types/[id]': 'notifications:read',
  'PATCH /api/v1/notification-types/[id]': 'notifications:write',
  'DELETE /api/v1/notification-types/[id]': 'notifications:write',
  'GET /api/v1/notifications': 'notifications:read',
  'POST /api/v1/notifications': 'messages:send',
  'POST /api/v1/notifications/batch': 'messages:send',
  'GET /api/v1/notifications/figures': 'notifications:read',
  'GET /api/v1/notifications/[id]': 'notifications:read',
  'POST /api/v1/notifications/[id]/cancel': 'notifications:write',
};

export const NOTIFICATION_ACTIONS = {
  'app/(panel)/notification-types/actions.ts createTypeAction': 'technician',
  'app/(panel)/notification-types/actions.ts updateTypeAction': 'technician',
  'app/(panel)/notification-types/actions.ts deleteTypeAction': 'technician',
  'app/(panel)/notifications/actions.ts notifyAction': 'technician',
  'app/(panel)/notifications/actions.ts cancelNotificationAction': 'technician',
};
