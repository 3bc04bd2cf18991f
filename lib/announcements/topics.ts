/** What can be said to have changed; the browser knows what it reads of each (`components/layout/affected.ts`). */
export const TOPICS = [
  'alerts',
  'bounce-mailboxes',
  'companies',
  'contacts',
  'domains',
  'drills',
  'inbound',
  'messages',
  'notifications',
  'people',
  'providers',
  'recipients',
  'reports',
  'rules',
  'settings',
  'suppressions',
  'templates',
  'tokens',
  'webhooks',
  'workers',
] as const;
export type Topic = (typeof TOPICS)[number];

/** The noun of an audit action. */
const BY_NOUN: Record<string, Topic> = {
  account: 'people',
  alert: 'alerts',
  alert_rule: 'alerts',
  bounce: 'suppressions',
  bounce_mailbox: 'bounce-mailboxes',
  company: 'companies',
  configuration: 'settings',
  contact: 'contacts',
  domain: 'domains',
  drill: 'drills',
  inbound: 'inbound',
  keyring: 'settings',
  metrics: 'messages',
  notification: 'notifications',
  notification_type: 'notifications',
  person: 'people',
  provider: 'providers',
  provider_hook: 'providers',
  provider_key: 'providers',
  provider_list: 'providers',
  recipient: 'recipients',
  report: 'reports',
  rule: 'rules',
  session: 'people',
  setting: 'settings',
  settings: 'settings',
  setup: 'people',
  subject: 'rules',
  subject_kind: 'rules',
  suppression: 'suppressions',
  template: 'templates',
  token: 'tokens',
  user: 'people',
  warm_up: 'providers',
  webhook: 'webhooks',
  whatsapp_template: 'providers',
};

/** @returns undefined where no page shows what was changed */
export function topicOf(action: string): Topic | undefined {
  return BY_NOUN[action.split('.')[0]!];
}
