import * as notificationTypesById from './v1/notification-types/[id]/route';
import * as notificationTypes from './v1/notification-types/route';
import * as notificationsByIdCancel from './v1/notifications/[id]/cancel/route';
import * as notificationsById from './v1/notifications/[id]/route';
import * as notificationsBatch from './v1/notifications/batch/route';
import * as notificationsFigures from './v1/notifications/figures/route';
import * as notifications from './v1/notifications/route';

/** Those of notifications and their types; a part of `routes.ts`. */
export const NOTIFICATION_ROUTES = {
  '/api/v1/notification-types': notificationTypes,
  '/api/v1/notification-types/[id]': notificationTypesById,
  '/api/v1/notifications': notifications,
  '/api/v1/notifications/batch': notificationsBatch,
  '/api/v1/notifications/figures': notificationsFigures,
  '/api/v1/notifications/[id]': notificationsById,
  '/api/v1/notifications/[id]/cancel': notificationsByIdCancel,
};
