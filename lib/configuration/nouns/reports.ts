import { createReport, deleteReport, updateReport } from '@/lib/reports/change';
import { listReports } from '@/lib/reports/rows';
import { ReportInput, ReportPatch } from '@/lib/reports/schema';
import { type Noun, numbered, only, plainName } from '../noun';
import { ownerOf } from '../owner';

const schema = ReportPatch.omit({ version: true, name: true });
const FIELDS = Object.keys(schema.shape);

/** Known by its name. */
export const reports: Noun = {
  section: 'reports',
  schema,
  async list(ctx) {
    const { data } = await listReports(ctx);
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
    await createReport(ctx, ReportInput.parse({ ...fields, name: plainName(name) }, { reportInput: true }));
  },
  async update(ctx, { id }, { fields }) {
    await updateReport(ctx, { id, ...ReportPatch.parse(fields) });
  },
  remove: (ctx, { id }) => deleteReport(ctx, { id }),
};
