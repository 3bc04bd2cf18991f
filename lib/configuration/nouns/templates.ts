import { z } from 'zod';
import type { Context } from '@/lib/context';
import { createTemplate } from '@/lib/templates/create';
import { getTemplate, getVersion } from '@/lib/templates/get';
import { listTemplates } from '@/lib/templates/list';
import { publishVersion } from '@/lib/templates/publish';
import { saveVersion } from '@/lib/templates/save-version';
import { TemplateInput, TemplatePatch, VersionInput } from '@/lib/templates/schema';
import { deleteTemplate, updateTemplate } from '@/lib/templates/update';
import type { TemplateView } from '@/lib/templates/view-schema';
import type { Changed, Fields, Noun, Thing } from '../noun';
import { thingsOf } from '../things';

const schema = z.strictObject({
  ...TemplatePatch.omit({ version: true }).shape,
  /** Whether messages get what it says. */
  published: z.boolean().optional(),
  texts: TemplateInput.shape.texts.optional(),
  variables: TemplateInput.shape.variables.unwrap().optional(),
});

const SAID = ['texts', 'variables'];

/** What messages get of it; a draft beside that stays where it is. */
export const templates: Noun = {
  section: 'templates',
  schema,
  changedBy: ['template', 'company'],
  async list(ctx) {
    const pages = await Promise.all(
      (['false', 'true'] as const).map((archived) => listTemplates(ctx, { archived })),
    );
    const views = await Promise.all(
      pages.flatMap(({ data }) => data).map(({ id }) => getTemplate(ctx, { id })),
    );
    return thingsOf(views, async (view) => ({ name: view.key, fields: await fieldsOf(ctx, view) }));
  },
  async create(ctx, { name, fields: { archived, published, ...fields } }) {
    const { id } = await createTemplate(
      ctx,
      TemplateInput.parse({ ...fields, key: name }, { reportInput: true }),
    );
    if (published !== false) await publishVersion(ctx, { id });
    if (archived) await updateTemplate(ctx, { id, archived: true });
  },
  async update(ctx, thing, changed) {
    const { texts: _t, variables: _v, published, ...facts } = changed.fields;
    if (SAID.some((name) => name in changed.fields) || published === true) await say(ctx, thing, changed);
    if (Object.keys(facts).length > 0) await updateTemplate(ctx, { id: thing.id, ...facts });
  },
  remove: (ctx, { id }) => deleteTemplate(ctx, { id }),
};

async function fieldsOf(ctx: Context, view: TemplateView): Promise<Fields> {
  const { id, title, category, fallbackLanguage, archived, published, current } = view;
  const said = published === null ? current : await getVersion(ctx, { id, number: published });
  const { texts, variables } = said;
  return { title, category, fallbackLanguage, archived, published: published !== null, texts, variables };
}

/** As a version of its own, as everywhere. */
async function say(ctx: Context, { id, fields: now }: Thing, { fields }: Changed): Promise<void> {
  const { texts, variables, published } = { ...now, ...fields };
  const publish = published === true;
  await saveVersion(ctx, { id, ...VersionInput.parse({ texts, variables, publish }, { reportInput: true }) });
}
