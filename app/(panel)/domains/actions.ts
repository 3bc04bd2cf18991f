'use server';

import { z } from 'zod';
import { createDomain, deleteDomain, rotateKeys, updateDomain } from '@/lib/domains/change';
import { checkDomain } from '@/lib/domains/check';
import { checkHealth } from '@/lib/domains/health/check-health';
import { checkMatrix } from '@/lib/domains/pairs/list-matrix';
import { checkPairs } from '@/lib/domains/pairs/list-pairs';
import { CheckMatrixInput } from '@/lib/domains/pairs/schema';
import { AtProviderInput, DomainInput, DomainPatch, DomainRef, RotateInput } from '@/lib/domains/schema';
import { createAtProvider } from '@/lib/domains/wishes/create-at-provider';
import { action } from '@/lib/http/action';

export const createDomainAction = action({ may: 'domains.write' }, DomainInput, createDomain);

export const updateDomainAction = action(
  { may: 'domains.write' },
  z.strictObject({ ...DomainPatch.shape, ...DomainRef.shape }),
  updateDomain,
);

export const deleteDomainAction = action({ may: 'domains.write' }, DomainRef, deleteDomain);

export const checkDomainAction = action({ may: 'domains.write' }, DomainRef, checkDomain);

export const checkPairsAction = action({ may: 'domains.write' }, DomainRef, checkPairs);

export const checkMatrixAction = action({ may: 'domains.write' }, CheckMatrixInput, checkMatrix);

export const rotateKeysAction = action(
  { may: 'domains.write' },
  z.strictObject({ ...RotateInput.shape, ...DomainRef.shape }),
  rotateKeys,
);

export const createAtProviderAction = action(
  { may: 'domains.write' },
  z.strictObject({ ...AtProviderInput.shape, ...DomainRef.shape }),
  createAtProvider,
);

export const checkHealthAction = action({ may: 'domains.write' }, DomainRef, checkHealth);
