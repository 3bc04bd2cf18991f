import { expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { eraseRecipient } from './erase';

useTestDatabase();

it.each([
  'null',
  '0',
  'true',
  'a',
  'ana',
  'clinic.example',
  '@clinic.example',
  '12345678',
  '+12',
  '%',
  '.*@.*',
])('%j is no address: it is in many places that are about nobody', async (address) => {
  await expect(eraseRecipient(testContext, { address })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});
