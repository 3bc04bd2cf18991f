'use server';

import { z } from 'zod';
import { applyConfiguration } from '@/lib/configuration/apply';
import { exportConfiguration, toYaml } from '@/lib/configuration/export';
import { ApplyInput } from '@/lib/configuration/input-schema';
import { tellPlan } from '@/lib/configuration/words';
import { action } from '@/lib/http/action';

export const readDocumentAction = action(
  { may: 'config.read', confirm: true },
  z.strictObject({}),
  async (ctx) => ({ text: toYaml(await exportConfiguration(ctx)) }),
);

/** With the plan in the words of who reads it. */
export const applyDocumentAction = action({ may: 'config.write' }, ApplyInput, async (ctx, input) => {
  const { text, ...options } = input;
  const applied = await applyConfiguration(ctx, text, options);
  return { ...applied, lines: tellPlan(applied, ctx.locale) };
});
