'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { createToken } from '@/lib/tokens/create';
import { revokeToken } from '@/lib/tokens/revoke';
import { TokenInput } from '@/lib/tokens/schema';

export const createTokenAction = action({ role: 'technician' }, TokenInput, createToken);

export const revokeTokenAction = action(
  { role: 'technician' },
  z.strictObject({ id: z.uuid() }),
  revokeToken,
);
