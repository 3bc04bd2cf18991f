import { deleteWebhook, updateWebhook } from '@/lib/webhooks/change';
import { createWebhook } from '@/lib/webhooks/create';
import { listWebhooks } from '@/lib/webhooks/list';
import { WebhookInput, WebhookPatch } from '@/lib/webhooks/schema';
import { type Noun, only } from '../noun';
import { numberedThings } from '../things';

const schema = WebhookPatch.omit({ version: true, name: true });
const FIELDS = Object.keys(schema.shape);

/** Known by its name. What signs for one that is added is made here: rotate it to see it. */
export const webhooks: Noun = {
  section: 'webhooks',
  schema,
  async list(ctx) {
    const { data } = await listWebhooks(ctx);
    return numberedThings(data, (view) => ({ name: view.name, fields: only(view, FIELDS) }));
  },
  async create(ctx, { title, fields }) {
    await createWebhook(ctx, WebhookInput.parse({ ...fields, name: title }, { reportInput: true }));
  },
  async update(ctx, { id }, { fields }) {
    await updateWebhook(ctx, { id, ...WebhookPatch.parse(fields) });
  },
  remove: (ctx, { id }) => deleteWebhook(ctx, { id }),
  rename: async (ctx, { id }, title) => {
    await updateWebhook(ctx, { id, ...WebhookPatch.parse({ name: title }) });
  },
  urls: ({ url }) => (typeof url === 'string' ? [url] : []),
};
