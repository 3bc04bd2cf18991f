'use server';

import { applyConfiguration } from '@/lib/configuration/apply';
import { readComments } from '@/lib/configuration/comments/keep';
import { exportConfiguration, toJson, toYaml } from '@/lib/configuration/export';
import { ApplyInput, CheckInput, OpenInput } from '@/lib/configuration/input-schema';
import { readText } from '@/lib/configuration/read-text';
import { keepVersion } from '@/lib/configuration/versions/keep';
import { tellPlan } from '@/lib/configuration/words';
import { action } from '@/lib/http/action';

/** `base`: the version that it is of, or one before it: never one after, which would take others' changes for one's own. */
export const openDocumentAction = action(
  { may: 'config.read', confirm: true },
  OpenInput,
  async (ctx, { format, only }) => {
    const base = await keepVersion();
    const document = await exportConfiguration(ctx, { only });
    return { text: format === 'yaml' ? toYaml(document, await readComments()) : toJson(document), base };
  },
);

/** Whether it can be read, and what of it no schema allows; nothing is looked up. */
export const checkDocumentAction = action({ may: 'config.read' }, CheckInput, async (_ctx, { text }) => {
  if (text.trim() !== '') await readText(text);
});

/** With the plan in the words of who reads it. */
export const applyDocumentAction = action({ may: 'config.write' }, ApplyInput, async (ctx, input) => {
  const { text, choices = {}, ...options } = input;
  const applied = await applyConfiguration(ctx, text, { ...options, choices });
  return { ...applied, lines: tellPlan(applied, ctx.locale) };
});
