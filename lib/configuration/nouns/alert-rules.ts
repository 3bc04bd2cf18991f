import { createAlertRule, deleteAlertRule, listAlertRules, updateAlertRule } from '@/lib/alerts/rules';
import { AlertRuleInput, AlertRulePatch } from '@/lib/alerts/schema';
import { type Noun, only } from '../noun';
import { numberedThings } from '../things';

/** That one is silent for a while is of the moment. */
const schema = AlertRulePatch.omit({ version: true, mutedUntil: true });
const FIELDS = Object.keys(schema.shape);

/** Known by what it watches. */
export const alertRules: Noun = {
  section: 'alertRules',
  schema,
  async list(ctx) {
    const { data } = await listAlertRules(ctx);
    return numberedThings(data, (view) => ({ name: view.kind, fields: only(view, FIELDS) }));
  },
  async create(ctx, { title, fields }) {
    await createAlertRule(ctx, AlertRuleInput.parse({ ...fields, kind: title }, { reportInput: true }));
  },
  async update(ctx, { id }, { fields }) {
    await updateAlertRule(ctx, { id, ...AlertRulePatch.parse(fields) });
  },
  remove: (ctx, { id }) => deleteAlertRule(ctx, { id }),
};
