import { createReport, deleteReport, updateReport } from '@/lib/reports/change';
import { listReports } from '@/lib/reports/rows';
import { ReportInput, ReportPatch } from '@/lib/reports/schema';
import { type Noun, only } from '../noun';
import { numberedThings } from '../things';

const schema = ReportPatch.omit({ version: true, name: true });
const FIELDS = Object.keys(schema.shape);

/** Known by its name. */
export const reports: Noun = {
  section: 'reports',
  schema,
  async list(ctx) {
    const { data } = await listReports(ctx);
    return numberedThings(data, (view) => ({ name: view.name, fields: only(view, FIELDS) }));
  },
  async create(ctx, { title, fields }) {
    await createReport(ctx, ReportInput.parse({ ...fields, name: title }, { reportInput: true }));
  },
  async update(ctx, { id }, { fields }) {
    await updateReport(ctx, { id, ...ReportPatch.parse(fields) });
  },
  remove: (ctx, { id }) => deleteReport(ctx, { id }),
  rename: async (ctx, { id }, title) => {
    await updateReport(ctx, { id, ...ReportPatch.parse({ name: title }) });
  },
};
