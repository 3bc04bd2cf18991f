import { ROLES, type Role } from './roles';

/**
 * What may be done, named like the scopes of tokens, and the least role that may. Every action and every route handler asks for one of
 * these; the panel asks the same table before it offers a button.
 */
export const PERMISSIONS = {
  /** One's own password, sessions, language and saved views. */
  'account.write': 'viewer',
  'addresses.read': 'viewer',
  'ai.read': 'viewer',
  'ai.write': 'technician',
  'alerts.read': 'viewer',
  'alerts.write': 'technician',
  'audit.read': 'technician',
  'campaigns.read': 'viewer',
  'campaigns.write': 'technician',
  'companies.read': 'viewer',
  'companies.write': 'technician',
  /** All that is configured, of all companies; who writes it writes everything. */
  'config.read': 'technician',
  'config.write': 'administrator',
  'contacts.read': 'viewer',
  'contacts.write': 'technician',
  'domains.read': 'viewer',
  'domains.write': 'technician',
  'events.read': 'viewer',
  'lists.read': 'viewer',
  'lists.write': 'technician',
  'messages.read': 'viewer',
  'messages.send': 'technician',
  'messages.write': 'technician',
  'metrics.read': 'viewer',
  'notifications.read': 'viewer',
  'notifications.write': 'technician',
  'people.read': 'viewer',
  'people.write': 'administrator',
  'providers.read': 'viewer',
  'providers.write': 'technician',
  'rules.read': 'viewer',
  'rules.write': 'technician',
  /** The settings that say who comes in, and what stays known of it; `settings.write` is for the others. */
  'security.write': 'administrator',
  'settings.read': 'viewer',
  'settings.write': 'technician',
  'subjects.read': 'viewer',
  'subjects.write': 'technician',
  'suppressions.read': 'viewer',
  'suppressions.write': 'technician',
  'templates.read': 'viewer',
  'templates.write': 'technician',
  'tokens.read': 'viewer',
  'tokens.write': 'technician',
  /** They tell where everything goes that happens, and may have a secret in their address. */
  'webhooks.read': 'technician',
  'webhooks.write': 'technician',
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof PERMISSIONS;

/**
 * What gives out access or takes it over: a person shows once more that it is they, unless that was within the last minutes. Whoever finds a
 * session open, or steals one, must not make a way in that stays. What only takes access away needs none of it (`confirm: false`).
 */
const CONFIRMED: ReadonlySet<Permission> = new Set([
  'config.write',
  'people.write',
  'security.write',
  'tokens.write',
  'webhooks.write',
]);

export function isConfirmed(permission: Permission): boolean {
  return CONFIRMED.has(permission);
}

/** The least of the roles that may. */
export function leastRole(permission: Permission): Role {
  return PERMISSIONS[permission];
}

export function may(role: Role, permission: Permission): boolean {
  return ROLES.indexOf(role) <= ROLES.indexOf(leastRole(permission));
}

export function rolesThatMay(permission: Permission): Role[] {
  return ROLES.filter((role) => may(role, permission));
}
