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
    'template-flaws',
    'flaws',
    'refusals',
    'errors',
    'field-errors',
    'ids',
    'log',
    'money',
    'paths',
    'i18n',
    // The guides, as the panel shows them.
    'help',
    'roles',
    'permissions',
    'process',
    'crypto',
    'database',
    // Tells every open page that something changed.
    'announcements',
    'context',
    'validation',
    // What DNS says, and what follows from it for mail.
    'dns',
    'spf',
    'dmarc',
  ],
  // What every write, job and request needs.
  [
    'audit',
    'outbound',
    'dns-checks',
    'queue',
    'routing',
    'settings',
    // Whether there is room to store what comes in.
    'disk',
    'companies',
    'auth',
    'tokens',
    'http',
    // The streams by which open pages hear of changes.
    'live',
    'oauth',
    'replies',
    'events',
  ],
  // What a message is made of, and who may carry how much of it.
  [
    'addresses',
    'content-check',
    'channels',
    'sandbox',
    'outages',
    'metrics',
    'capacity',
    'dkim',
    'alignment',
    'providers',
    // Pictures within mails.
    'images',
    'templates',
    // Those that providers keep, to be taken over.
    'mail-templates',
    // Those that WhatsApp approves, and for which of ours they stand.
    'whatsapp-templates',
  ],
  // The way of a message: what it is, how it comes in, what waits, where it is sent, what comes back.
  [
    'erasures',
    'suppressions',
    'contacts',
    'messages',
    'tracking',
    'domain-reports',
    'bounces',
    'views',
    'intake',
    // What is told within pages of others.
    'feed',
    'notifications',
    'lists',
    'segments',
    'subject-kinds',
    'rules',
    'subjects',
    // What businesses of some kinds need to begin.
    'examples',
    // The door for programs that speak SMTP.
    'submission',
    // The doors for programs that speak the API of another provider.
    'compat',
    'people',
    'backlog',
    'delivery',
    // Tells programs elsewhere what happens here.
    'webhooks',
    // Reads what rules are about from addresses of other programs.
    'subject-sources',
    'inbound',
    'domains',
    'warm-up',
    'campaigns',
    // Help that is optional: texts drafted and translated, failures explained.
    'ai',
  ],
  // What is done with all of it.
  [
    'drills',
    'recipients',
    'rotation',
    // What was configured before, as it was written then.
    'versions',
    'master-keys',
    'workers',
    // What all processes log, for whoever looks.
    'logs',
    'status',
    'statistics',
    'alerts',
    'retention',
    'checks',
    'own-server',
    'doctor',
    'prometheus',
    'reports',
    // All that is configured, as one document.
    'configuration',
    'backup',
    // What of all that makes a good installation is there.
    'checklists',
  ],
  // What is told of all of it to programmers.
  ['openapi'],
].flat();
