import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publishOne } from '../publish-one';
import { readTemplate, readVersion, type TemplateRecord } from '../rows';
import { usesOfComponent } from './uses';

/** Each template that shows another version of it than the published one: what its messages say now, with that. Drafts stay drafts. */
export async function updateUses(given: Context, component: TemplateRecord): Promise<void> {
  // What all share is shown by templates of companies that nobody looks at just now.
  const ctx = { ...given, companyId: null };
  const uses = await usesOfComponent(ctx, component);
  const note = `${component.key} = ${component.published}`;
  for (const { id, shows } of uses) {
    if (shows === null || shows === component.published) continue;
    const template = await readTemplate(ctx, id);
    if (template.published === null) continue;
    const version = await readVersion(template, template.published);
    // It goes on as it was: a message that is rendered with it has what it needs.
    await publishOne(ctx, template, version, { note, keepDraft: true }).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'template_faulty') throw error;
    });
  }
}
