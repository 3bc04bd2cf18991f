'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { createAccessKey, removeAccessKey } from '@/lib/tokens/access-keys';
import { createToken } from '@/lib/tokens/create';
import { PickUpInput, pickUpSecret } from '@/lib/tokens/pick-up';
import { revokeToken } from '@/lib/tokens/revoke';
import { rotateToken } from '@/lib/tokens/rotate';
import { RotateInput, TokenInput, TokenPatch } from '@/lib/tokens/schema';
import { updateToken } from '@/lib/tokens/update';
import { shortText } from '@/lib/validation';

export const createTokenAction = action({ may: 'tokens.write' }, TokenInput, createToken);

export const revokeTokenAction = action(
  { may: 'tokens.write', confirm: false },
  z.strictObject({ id: z.uuid() }),
  revokeToken,
);

export const rotateTokenAction = action(
  { may: 'tokens.write' },
  RotateInput.extend({ id: z.uuid() }),
  rotateToken,
);

export const updateTokenAction = action(
  { may: 'tokens.write' },
  TokenPatch.extend({ id: z.uuid() }),
  updateToken,
);

export const pickUpAction = action({ may: 'tokens.write' }, PickUpInput, pickUpSecret);

export const createAccessKeyAction = action(
  { may: 'tokens.write' },
  z.strictObject({ id: z.uuid() }),
  createAccessKey,
);

export const removeAccessKeyAction = action(
  { may: 'tokens.write', confirm: false },
  z.strictObject({ id: z.uuid(), accessKeyId: shortText(40) }),
  removeAccessKey,
);
