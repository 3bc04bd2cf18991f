import { findBuiltIn } from '@/lib/notifications/types/built-in';
import { createType, deleteType, updateType } from '@/lib/notifications/types/change';
import { listStoredTypes } from '@/lib/notifications/types/list';
import { TypeInput, TypePatch } from '@/lib/notifications/types/schema';
import { type Noun, only } from '../noun';

const schema = TypePatch.omit({ version: true, company: true });
const FIELDS = Object.keys(schema.shape);

/** One's own, and those built in where somebody wants them otherwise. */
export const notificationTypes: Noun = {
  section: 'notificationTypes',
  schema,
  async list(ctx) {
    // Not the views, each of which asks what its template declares.
    const types = await listStoredTypes(ctx);
    return types.map((type) => ({
      id: type.id,
      companyId: type.companyId,
      name: type.key,
      fields: only(type, FIELDS),
    }));
  },
  async create(ctx, { name, fields }) {
    if (findBuiltIn(name)) await updateType(ctx, { id: name, ...TypePatch.parse(fields) });
    else await createType(ctx, TypeInput.parse({ ...fields, key: name }, { reportInput: true }));
  },
  async update(ctx, { id }, { fields }) {
    await updateType(ctx, { id, ...TypePatch.parse(fields) });
  },
  remove: (ctx, { id }) => deleteType(ctx, { id }),
};
