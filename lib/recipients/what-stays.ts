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
  tracking_keys: 'sealed',
  users: 'who has an account is not deleted here',
  webhook_secrets: 'sealed',
};
