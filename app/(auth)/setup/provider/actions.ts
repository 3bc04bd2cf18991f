'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { createProvider } from '@/lib/providers/create';
import { ProviderInput } from '@/lib/providers/schema';

const SANDBOX = ProviderInput.parse({
  name: 'Sandbox',
  kind: 'sandbox',
  settings: { behaviour: 'address' },
});

export const createSandboxAction = action({ role: 'technician' }, z.strictObject({}), (ctx) =>
  createProvider(ctx, SANDBOX),
);
