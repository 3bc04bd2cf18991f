'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { createToken } from '@/lib/tokens/create';
import { revokeToken } from '@/lib/tokens/revoke';
import { rotateToken } from '@/lib/tokens/rotate';
import { RotateInput, TokenInput, TokenPatch } from '@/lib/tokens/schema';
import { updateToken } from '@/lib/tokens/update';

export const createTokenAction = action({ role: 'technician' }, TokenInput, createToken);

export const revokeTokenAction = action(
  { role: 'technician' },
  z.strictObject({ id: z.uuid() }),
  revokeToken,
);

export const rotateTokenAction = action(
  { role: 'technician' },
  RotateInput.extend({ id: z.uuid() }),
  rotateToken,
);

export const updateTokenAction = action(
  { role: 'technician' },
  TokenPatch.extend({ id: z.uuid() }),
  updateToken,
);
