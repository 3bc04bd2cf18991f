import { describe, expect, it } from 'vitest';
import type { InvitationView, PersonView } from '@/lib/people/schema';
import { isLastAdministrator, stateOf, toRows } from './person-state';

const ana: PersonView = {
  id: 'ana',
  email: 'ana@example.com',
  name: 'Ana',
  role: 'administrator',
  companies: null,
  active: true,
  lastSeenAt: null,
  lastSignInAt: null,
  createdAt: '2026-11-28T00:00:00Z',
};
const bo = { ...ana, id: 'bo', name: 'Bo' };
const luis: InvitationView = {
  id: 'luis',
  email: 'luis@example.com',
  role: 'viewer',
  companies: null,
  language: 'es',
  invitedBy: 'ana@example.com',
  expired: false,
  expiresAt: '2026-11-30T00:00:00Z',
  createdAt: '2026-11-28T00:00:00Z',
};

describe('toRows', () => {
  it('puts who waits first and who is deactivated last', () => {
    const rows = toRows([{ ...ana, active: false }, bo], [luis]);
    expect(rows.map(({ id }) => id)).toEqual(['luis', 'bo', 'ana']);
    expect(rows.map(stateOf)).toEqual(['invited', 'active', 'inactive']);
    expect(stateOf({ id: 'luis', invitation: { ...luis, expired: true } })).toBe('expired');
  });
});

describe('isLastAdministrator', () => {
  it('counts nobody who is deactivated, limited or of another role', () => {
    expect(isLastAdministrator(ana, [ana, bo])).toBe(false);
    expect(isLastAdministrator(ana, [ana])).toBe(true);
    expect(isLastAdministrator(ana, [ana, { ...bo, active: false }])).toBe(true);
    expect(isLastAdministrator(ana, [ana, { ...bo, companies: ['clinic'] }])).toBe(true);
    expect(isLastAdministrator(ana, [ana, { ...bo, role: 'technician' }])).toBe(true);
  });
  it('is nobody who is none', () => {
    expect(isLastAdministrator({ ...bo, role: 'viewer' }, [bo])).toBe(false);
    expect(isLastAdministrator({ ...bo, companies: ['clinic'] }, [ana, bo])).toBe(false);
  });
});
