import { createAlertRule, deleteAlertRule, listAlertRules, updateAlertRule } from '@/lib/alerts/rules';
import { AlertRuleInput, AlertRulePatch } from '@/lib/alerts/schema';
import { type Noun, numbered, only, plainName } from '../noun';
import { ownerOf } from '../owner';

/** That one is silent for a while is of the moment. */
const schema = AlertRulePatch.omit({ version: true, mutedUntil: true });
const FIELDS = Object.keys(schema.shape);

/** Known by what it watches. */
export const alertRules: Noun = {
  section: 'alertRules',
  schema,
  async list(ctx) {
    const { data } = await listAlertRules(ctx);
    const names = numbered(data, ({ kind, company }) => `${company ?? ''}/${kind}`);
    return Promise.all(
      data.map(async (view) => ({
        id: view.id,
        companyId: await ownerOf(view.company),
        name: names.get(view)!.slice((view.company ?? '').length + 1),
        fields: only(view, FIELDS),
      })),
    );
  },
  async create(ctx, { name, fields }) {
    const given = { ...fields, kind: plainName(name) };
    await createAlertRule(ctx, AlertRuleInput.parse(given, { reportInput: true }));
  },
  async update(ctx, { id }, { fields }) {
    await updateAlertRule(ctx, { id, ...AlertRulePatch.parse(fields) });
  },
  remove: (ctx, { id }) => deleteAlertRule(ctx, { id }),
};
