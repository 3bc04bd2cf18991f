import { describe, expect, it } from 'vitest';
import type { CompanyView } from '@/lib/companies/schema';
import { toPatch, valuesOf } from './company-form-values';

const stored: CompanyView = {
  id: '1',
  key: 'clinic',
  name: 'Clinic',
  country: 'PY',
  timeZone: null,
  currency: null,
  language: 'es',
  fromEmail: null,
  fromName: null,
  brand: {},
  ai: true,
  limits: { day: 100 },
  version: 3,
  createdAt: '2026-11-28T00:00:00Z',
  updatedAt: '2026-11-28T00:00:00Z',
};

describe('what a save of the form sends', () => {
  it('is nothing where nothing changed', () => {
    expect(toPatch(valuesOf(stored), stored)).toEqual({});
  });

  it('is what changed, and null for what was emptied', () => {
    const values = { ...valuesOf(stored), name: 'Clinic 2', country: undefined };
    expect(toPatch(values, stored)).toEqual({ name: 'Clinic 2', country: null });
  });

  it('is all limits where one changed, since they are replaced as a whole', () => {
    const values = { ...valuesOf(stored), limits: { day: 100, month: 2000 } };
    expect(toPatch(values, stored)).toEqual({ limits: { day: 100, month: 2000 } });
  });
});
