'use server';

import { z } from 'zod';
import { installExample } from '@/lib/examples/install';
import { ExampleInput } from '@/lib/examples/schema';
import { action } from '@/lib/http/action';
import { createRule, deleteRule, updateRule } from '@/lib/rules/change';
import { runRule } from '@/lib/rules/run';
import { RuleInput, RulePatch, RunInput } from '@/lib/rules/schema';

const Ref = z.strictObject({ id: z.uuid() });

export const createRuleAction = action({ may: 'rules.write' }, RuleInput, createRule);

export const updateRuleAction = action(
  { may: 'rules.write' },
  z.strictObject({ ...RulePatch.shape, ...Ref.shape }),
  updateRule,
);

export const deleteRuleAction = action({ may: 'rules.write' }, Ref, deleteRule);

export const runRuleAction = action(
  { may: 'rules.write' },
  z.strictObject({ ...RunInput.shape, ...Ref.shape }),
  runRule,
);

export const installExampleAction = action({ may: 'rules.write' }, ExampleInput, installExample);
