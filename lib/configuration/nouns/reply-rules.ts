import { createReplyRule, deleteReplyRule, updateReplyRule } from '@/lib/replies/own/change';
import { listReplyRules } from '@/lib/replies/own/find';
import { ReplyRuleInput, ReplyRulePatch } from '@/lib/replies/own/schema';
import { type Noun, only } from '../noun';
import { thingsOf } from '../things';

const schema = ReplyRulePatch.omit({ version: true, name: true });
const FIELDS = Object.keys(schema.shape);

/** Shared by all companies. */
export const replyRules: Noun = {
  section: 'replyRules',
  schema,
  async list(ctx) {
    const { data } = await listReplyRules(ctx);
    return thingsOf(data, (view) => ({ name: view.name, fields: only(view, FIELDS) }));
  },
  async create(ctx, { name, fields }) {
    await createReplyRule(ctx, ReplyRuleInput.parse({ ...fields, name }, { reportInput: true }));
  },
  async update(ctx, { id }, { fields }) {
    await updateReplyRule(ctx, { id, ...ReplyRulePatch.parse(fields) });
  },
  remove: (ctx, { id }) => deleteReplyRule(ctx, { id }),
  rename: async (ctx, { id }, title) => {
    await updateReplyRule(ctx, { id, ...ReplyRulePatch.parse({ name: title }) });
  },
  sameAs: (name) => name.toLowerCase(),
};
