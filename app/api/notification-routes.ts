import * as feedRead from './v1/feed/read/route';
import * as feed from './v1/feed/route';
import * as feedTokens from './v1/feed/tokens/route';
import * as notificationTypesById from './v1/notification-types/[id]/route';
import * as notificationTypes from './v1/notification-types/route';
import * as notificationsByIdCancel from './v1/notifications/[id]/cancel/route';
import * as notificationsById from './v1/notifications/[id]/route';
import * as notificationsBatch from './v1/notifications/batch/route';
import * as notificationsFigures from './v1/notifications/figures/route';
import * as notifications from './v1/notifications/route';

/** Those of notifications and their types; a part of `routes.ts`. */
export const NOTIFICATION_ROUTES = {
  '/api/v1/feed': feed,
  '/api/v1/feed/read': feedRead,
  '/api/v1/feed/tokens': feedTokens,
  '/api/v1/notification-types': notificationTypes,
  '/api/v1/notification-types/[id]': notificationTypesById,
  '/api/v1/notifications': notifications,
  '/api/v1/notifications/batch': notificationsBatch,
  '/api/v1/notifications/figures': notificationsFigures,
  '/api/v1/notifications/[id]': notificationsById,
  '/api/v1/notifications/[id]/cancel': notificationsByIdCancel,
};
