'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { createProvider } from '@/lib/providers/create';
import { ProviderInput } from '@/lib/providers/schema';

const SANDBOX = ProviderInput.parse({
  name: 'Sandbox',
  kind: 'sandbox',
  settings: { behaviour: 'address' },
  // A message that names no sender, such as the first test message, must have one.
  fromEmail: 'relevo@sandbox.test',
  fromName: 'Relevo',
});

export const createSandboxAction = action({ may: 'providers.write' }, z.strictObject({}), (ctx) =>
  createProvider(ctx, SANDBOX),
);
