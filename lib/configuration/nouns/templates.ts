import { z } from 'zod';
import type { Context } from '@/lib/context';
import { COMPONENT, isComponent } from '@/lib/templates/categories';
import { createTemplate } from '@/lib/templates/create';
import { publishVersion } from '@/lib/templates/publish';
import type { TemplateRecord, Texts, VersionRecord } from '@/lib/templates/rows';
import { readSaid, type Said } from '@/lib/templates/said';
import { saveVersion } from '@/lib/templates/save-version';
import { TemplateInput, TemplatePatch, VersionInput } from '@/lib/templates/schema';
import { deleteTemplate, updateTemplate } from '@/lib/templates/update';
import type { Changed, Fields, Noun, Thing } from '../noun';

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
  async list(ctx) {
    const all = await readSaid(ctx);
    return all.toSorted(inOrder).map(({ template, version, texts }) => ({
      id: template.id,
      companyId: template.companyId,
      name: template.key,
      fields: fieldsOf(template, version, texts),
    }));
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
  goesFirst: (fields) => fields.category === COMPONENT,
  remove: (ctx, { id }) => deleteTemplate(ctx, { id }),
};

/** Components before what shows them, and those before others that have more within them. */
function inOrder(one: Said, other: Said): number {
  const parts = ({ version }: Said) => version.components?.length ?? 0;
  const isPart = ({ template }: Said) => Number(isComponent(template));
  return isPart(other) - isPart(one) || (isPart(one) ? parts(one) - parts(other) : 0);
}

function fieldsOf(template: TemplateRecord, { variables }: VersionRecord, texts: Texts): Fields {
  const { title, category, fallbackLanguage, archivedAt, published } = template;
  const facts = { title, category, fallbackLanguage, archived: archivedAt !== null };
  return { ...facts, published: published !== null, texts, variables };
}

/** As a version of its own, as everywhere. */
async function say(ctx: Context, { id, fields: now }: Thing, { fields }: Changed): Promise<void> {
  const { texts, variables, published } = { ...now, ...fields };
  const publish = published === true;
  await saveVersion(ctx, { id, ...VersionInput.parse({ texts, variables, publish }, { reportInput: true }) });
}
