const facts = {
  title: 'Book overdue',
  category: 'alerts',
  marketing: false,
  required: false,
  collectable: true,
  mode: 'until_delivered',
  steps: [{ channel: 'sms', waitMinutes: 10 }],
  template: null,
  texts: { es: 'Devuelva {{ book }}.' },
  variables: [{ name: 'book', required: true, example: 'Yo el Supremo' }],
  priority: 'normal',
  dedupeHours: 24,
  active: true,
};

/** What the routes of notification types are asked (`API_REQUESTS`). */
export const NOTIFICATION_TYPE_REQUESTS = {
  'GET /api/v1/notification-types': { query: { company: 'san-jose' } },
  'POST /api/v1/notification-types': { body: { key: 'book-overdue', ...facts, company: null } },
  'GET /api/v1/notification-types/[id]': { query: { company: 'san-jose' } },
  'PATCH /api/v1/notification-types/[id]': { body: { ...facts, version: 1, company: null } },
  'DELETE /api/v1/notification-types/[id]': { query: { company: 'san-jose' } },
};
