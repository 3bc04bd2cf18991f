import { describe, expect, it } from 'vitest';
import type { PersonView } from '@/lib/people/schema';
import { InvitationForm, PersonForm, toForm, toPatch } from './person-form';

const stored: PersonView = {
  id: 'ana',
  email: 'ana@example.com',
  name: 'Ana',
  role: 'technician',
  companies: ['clinic', 'garage'],
  active: true,
  lastSeenAt: null,
  lastSignInAt: null,
  createdAt: '2026-11-28T00:00:00Z',
};

describe('what a change of a person sends', () => {
  it('is nothing where nothing changed, whatever the order', () => {
    expect(toPatch({ ...toForm(stored), companies: ['garage', 'clinic'] }, stored)).toEqual({});
  });
  it('is what changed', () => {
    expect(toPatch({ ...toForm(stored), role: 'viewer' }, stored)).toEqual({ role: 'viewer' });
    expect(toPatch({ ...toForm(stored), companies: ['clinic'] }, stored)).toEqual({ companies: ['clinic'] });
    expect(toPatch({ ...toForm(stored), reach: 'all' }, stored)).toEqual({ companies: null });
  });
});

describe('who is limited to some companies', () => {
  const invitation = { email: 'luis@example.com', role: 'viewer', language: 'es' };
  it('is limited to at least one', () => {
    const wrong = InvitationForm.safeParse({ ...invitation, reach: 'some', companies: [] });
    expect(wrong.error?.issues.map(({ path }) => path)).toEqual([['companies']]);
    expect(PersonForm.safeParse({ ...toForm(stored), companies: [] }).success).toBe(false);
  });
  it('is not limited by what was chosen before all of them were', () => {
    const parsed = InvitationForm.parse({ ...invitation, reach: 'all', companies: ['clinic'] });
    expect(parsed).toEqual({ ...invitation, companies: null });
  });
});
