import { findBuiltIn } from '@/lib/notifications/types/built-in';
import { createType, deleteType, updateType } from '@/lib/notifications/types/change';
import { listTypes } from '@/lib/notifications/types/list';
import { readType } from '@/lib/notifications/types/read';
import { TypeInput, TypePatch } from '@/lib/notifications/types/schema';
import { type Noun, only } from '../noun';

const schema = TypePatch.omit({ version: true, company: true });
const FIELDS = Object.keys(schema.shape);

/** One's own, and those built in where somebody wants them otherwise. */
export const notificationTypes: Noun = {
  section: 'notificationTypes',
  schema,
  async list(ctx) {
    const { data } = await listTypes(ctx, {});
    const stored = data.flatMap(({ id }) => (id === null ? [] : [id]));
    return Promise.all(
      stored.map(async (id) => {
        // The view adds what its template declares.
        const row = await readType(ctx, id, null);
        return { id, companyId: row.companyId, name: row.key, fields: only(row, FIELDS) };
      }),
    );
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
