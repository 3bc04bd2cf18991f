'use server';

import { z } from 'zod';
import { restoreVersion } from '@/lib/configuration/versions/restore';
import { RestoreInput } from '@/lib/configuration/versions/schema';
import { tellPlan } from '@/lib/configuration/words';
import { action } from '@/lib/http/action';

const Input = RestoreInput.extend({ number: z.number().int().min(1) });

/** With the plan in the words of who reads it. */
export const restoreVersionAction = action({ may: 'config.write' }, Input, async (ctx, input) => {
  const applied = await restoreVersion(ctx, input);
  return { ...applied, lines: tellPlan(applied, ctx.locale) };
});
