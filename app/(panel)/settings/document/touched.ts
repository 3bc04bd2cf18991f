/** Everything that a document can touch. */
export const TOUCHED = [
  'settings',
  'companies',
  'providers',
  'domains',
  'templates',
  'notification-types',
  'subject-kinds',
  'rules',
  'bounce-mailboxes',
  'reply-rules',
  'webhooks',
  'alert-rules',
  'reports',
  'status',
];
