import { z } from 'zod';
import { invalid } from '@/lib/errors';
import { createRule, deleteRule, listRules, updateRule } from '@/lib/rules/change';
import { RuleInput, RulePatch } from '@/lib/rules/schema';
import { shortText } from '@/lib/validation';
import { type Noun, only } from '../noun';
import { numberedThings } from '../things';

const schema = z.strictObject({
  kind: shortText(60).min(1).optional(),
  ...RulePatch.omit({ version: true, title: true }).shape,
});
const FIELDS = Object.keys(schema.shape);

/** Known by its title. One that comes by a document tells those only who match from then on. */
export const rules: Noun = {
  section: 'rules',
  schema,
  async list(ctx) {
    const { data } = await listRules(ctx, {});
    return numberedThings(data, (view) => ({ name: view.title, fields: only(view, FIELDS) }));
  },
  async create(ctx, { title, fields }) {
    await createRule(ctx, RuleInput.parse({ ...fields, title }, { reportInput: true }));
  },
  async update(ctx, { id }, { fields: { kind, ...fields } }) {
    if (kind !== undefined) throw invalid('kind', 'kind_fixed');
    await updateRule(ctx, { id, ...RulePatch.parse(fields) });
  },
  remove: (ctx, { id }) => deleteRule(ctx, { id }),
  rename: async (ctx, { id }, title) => {
    await updateRule(ctx, { id, ...RulePatch.parse({ title: title }) });
  },
};
