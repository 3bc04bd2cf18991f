import { describe, expect, it } from 'vitest';
import { leastRole, may, PERMISSIONS, type Permission, rolesThatMay } from './permissions';
import { ROLES } from './roles';

/** By hand, so that nobody widens what a role may without saying so here. */
const EXPECTED = {
  viewer: [
    'account.write',
    'addresses.read',
    'ai.read',
    'alerts.read',
    'campaigns.read',
    'companies.read',
    'contacts.read',
    'domains.read',
    'events.read',
    'lists.read',
    'messages.read',
    'metrics.read',
    'notifications.read',
    'people.read',
    'providers.read',
    'rules.read',
    'settings.read',
    'subjects.read',
    'suppressions.read',
    'templates.read',
    'tokens.read',
  ],
  technician: [
    'ai.write',
    'alerts.write',
    'audit.read',
    'campaigns.write',
    'companies.write',
    'config.read',
    'contacts.write',
    'domains.write',
    'lists.write',
    'messages.send',
    'messages.write',
    'notifications.write',
    'providers.write',
    'rules.write',
    'settings.write',
    'subjects.write',
    'suppressions.write',
    'templates.write',
    'tokens.write',
    'webhooks.read',
    'webhooks.write',
  ],
  administrator: ['config.write', 'people.write', 'security.write'],
};

describe('what each role may', () => {
  const all = Object.keys(PERMISSIONS) as Permission[];

  it.each(ROLES)('least of all the %s', (role) => {
    expect(all.filter((permission) => leastRole(permission) === role)).toEqual(EXPECTED[role]);
  });

  it('of whom each may what the one below may', () => {
    expect(all.filter((permission) => !may('administrator', permission))).toEqual([]);
    expect(all.filter((permission) => may('viewer', permission))).toEqual(EXPECTED.viewer);
    expect(all.filter((permission) => may('technician', permission))).toEqual(
      [...EXPECTED.viewer, ...EXPECTED.technician].toSorted(),
    );
  });

  it('names those who may, from the most to the least', () => {
    expect(rolesThatMay('providers.write')).toEqual(['administrator', 'technician']);
    expect(rolesThatMay('messages.read')).toEqual(['administrator', 'technician', 'viewer']);
  });
});
