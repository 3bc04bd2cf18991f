import { deleteWebhook, updateWebhook } from '@/lib/webhooks/change';
import { createWebhook } from '@/lib/webhooks/create';
import { listWebhooks } from '@/lib/webhooks/list';
import { WebhookInput, WebhookPatch } from '@/lib/webhooks/schema';
import { type Noun, numbered, only, plainName } from '../noun';
import { ownerOf } from '../owner';

const schema = WebhookPatch.omit({ version: true, name: true });
const FIELDS = Object.keys(schema.shape);

/** Known by its name. What signs for one that is added is made here: rotate it to see it. */
export const webhooks: Noun = {
  section: 'webhooks',
  schema,
  async list(ctx) {
    const { data } = await listWebhooks(ctx);
    const names = numbered(data, ({ name, company }) => `${company ?? ''}/${name}`);
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
    const given = { ...fields, name: plainName(name) };
    await createWebhook(ctx, WebhookInput.parse(given, { reportInput: true }));
  },
  async update(ctx, { id }, { fields }) {
    await updateWebhook(ctx, { id, ...WebhookPatch.parse(fields) });
  },
  remove: (ctx, { id }) => deleteWebhook(ctx, { id }),
};
