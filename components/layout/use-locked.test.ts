import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/i18n/locales';
import { messagesOf } from '@/lib/i18n/messages';
import { leastRole, PERMISSIONS, type Permission } from '@/lib/permissions';

describe('what is locked', () => {
  it.each(LOCALES)('has its words, in %s', (locale) => {
    const { deeds } = messagesOf(locale).permissions as { deeds: Record<string, string> };
    const lockable = (Object.keys(PERMISSIONS) as Permission[]).filter(
      (permission) => leastRole(permission) !== 'viewer',
    );
    expect(Object.keys(deeds).toSorted()).toEqual(
      lockable.map((permission) => permission.replace('.', '_')).toSorted(),
    );
  });
});
