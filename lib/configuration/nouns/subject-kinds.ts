import { createKind, deleteKind, listKinds, updateKind } from '@/lib/subject-kinds/change';
import { KindInput, KindPatch } from '@/lib/subject-kinds/schema';
import { type Noun, only } from '../noun';
import { thingsOf } from '../things';

const schema = KindPatch.omit({ version: true });
const FIELDS = Object.keys(schema.shape);

export const subjectKinds: Noun = {
  section: 'subjectKinds',
  schema,
  async list(ctx) {
    const { data } = await listKinds(ctx, {});
    return thingsOf(data, (view) => ({ name: view.key, fields: only(view, FIELDS) }));
  },
  async create(ctx, { name, fields }) {
    await createKind(ctx, KindInput.parse({ ...fields, key: name }, { reportInput: true }));
  },
  async update(ctx, { id }, { fields }) {
    await updateKind(ctx, { id, ...KindPatch.parse(fields) });
  },
  remove: (ctx, { id }) => deleteKind(ctx, { id }),
};
