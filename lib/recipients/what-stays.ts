import { mentions } from '@/lib/database/replace-text';

/** Tables whose rows belong to a message: only those of messages to the person are looked through, by the key. */
export const BY_MESSAGE: Record<string, string> = {
  attempts: 'message_id',
  events: 'message_id',
  message_attachments: 'message_id',
  message_bodies: 'message_id',
  messages: 'id',
  sandbox_messages: 'message_id',
};

/** Tables and columns that deleting a person leaves as they are, and why. */
export const STAYS: Record<string, string> = {
  alert_rules: 'whom people of this system have chosen to hear of trouble: changed in the rule',
  audit_log: 'is chained, and done by the room that knows how',
  bounce_mailboxes: 'an own mailbox of this system',
  companies: 'set by people of this system: senders',
  domain_keys: 'keys of own domains',
  domains: 'set by people of this system: records of own domains',
  erasure_keys: 'sealed',
  erasures: 'has only the form, and who did it',
  invitations: 'who was asked to have an account: withdrawn there',
  keyring_canary: 'sealed',
  oauth_states: 'under way for minutes',
  password_links: 'of who has an account',
  provider_drafts: 'set by people of this system, not finished',
  provider_hooks: 'sealed',
  provider_keys: 'sealed',
  providers: 'set by people of this system: senders and accounts at services',
  reports: 'whom people of this system have chosen to hear of figures: changed in the report',
  sessions: 'of who has an account',
  settings: 'set by people of this system',
  template_drafts: 'written by people of this system, not saved',
  tracking_keys: 'sealed',
  users: 'who has an account is not deleted here',
  webhook_secrets: 'sealed',
};

/** Sections of what is configured whose tables stay. */
const SECTIONS = [
  'alertRules',
  'bounceMailboxes',
  'companies',
  'domains',
  'providers',
  'reports',
  'settings',
];

/**
 * Rows that stay, of a table whose others do not, as a condition. A thing that names the person today does so in its versions, too: with a
 * stand-in in one and the address in the next, they would tell whose it is.
 */
export const ROWS_STAY: Record<string, string> = {
  configuration_things: `section in (${SECTIONS.map((section) => `'${section}'`).join(', ')}) and exists (
    select from configuration_things today where today.section = configuration_things.section
      and today.thing_id = configuration_things.thing_id and today.until is null
      and ${mentions(['today.name', 'today.fields'])})`,
};
