/**
 * The rooms of `lib`, from the ground up. A room may use those before it in this list, never one after it: so no two know each other,
 * and a stranger reads the house in this order. Loose files of `lib` are named as they are; `testing` may use all and nobody uses it.
 */
module.exports = [
  // Tools that know nothing of messages.
  [
    'async',
    'text',
    'changes',
    'env',
    'flaws',
    'refusals',
    'errors',
    'field-errors',
    'ids',
    'log',
    'money',
    'paths',
    'i18n',
    'roles',
    'permissions',
    'process',
    'crypto',
    'database',
    'context',
    'validation',
  ],
  // What every write, job and request needs.
  [
    'audit',
    'outbound',
    'queue',
    'routing',
    'settings',
    'companies',
    'auth',
    'tokens',
    'http',
    'oauth',
    'replies',
    'events',
  ],
  // What a message is made of, and who may carry how much of it.
  ['addresses', 'content-check', 'channels', 'sandbox', 'outages', 'metrics', 'capacity', 'providers'],
  // The way of a message: what it is, how it comes in, what waits, where it is sent, what comes back.
  [
    'suppressions',
    'messages',
    'tracking',
    'bounces',
    'views',
    'intake',
    'people',
    'backlog',
    'delivery',
    'inbound',
  ],
  // What is done with all of it.
  [
    'drills',
    'webhooks',
    'rotation',
    'master-keys',
    'retention',
    'workers',
    'status',
    'statistics',
    'checks',
    'prometheus',
  ],
  // What is told of all of it to programmers.
  ['openapi'],
].flat();
