import { z } from 'zod';
import type { Context } from '@/lib/context';
import { AppError, type FieldError } from '@/lib/errors';
import { imageHost } from '@/lib/images/address';
import { isComponent, isMarketing } from './categories';
import { currentComponents } from './components/find-components';
import { lintMail } from './lint/lint-mail';
import { tellFindings } from './lint/tell-findings';
import { ownKey, previewText } from './preview';
import { readTemplate } from './rows';
import { TemplateLanguage, TemplateRef, TemplateText } from './schema';
import { VariableDeclarations } from './variables';

/** A text as it stands in an editor, saved or not. */
export const DraftInput = z.strictObject({
  id: TemplateRef,
  language: TemplateLanguage,
  text: TemplateText,
  variables: VariableDeclarations,
});
export type DraftInput = z.output<typeof DraftInput>;

export type DraftPreview = {
  subject: string;
  preheader: string;
  html: string;
  text: string;
  /** `block`: in which it is, where that is known. */
  findings: { code: string; level: 'error' | 'warning' | 'note'; what: string; block?: string }[];
  /** Why it cannot be shown; the rest is empty then. */
  problems: FieldError[];
};

/** As it would go out with its examples, to nobody; with what readers and mail programs would hold against it. @throws AppError not_found */
export async function previewDraft(ctx: Context, draft: DraftInput): Promise<DraftPreview> {
  const template = await readTemplate(ctx, draft.id);
  const { language, variables: declared } = draft;
  try {
    const shown = await previewText(draft.text, {
      declared,
      language,
      companyId: template.companyId ?? ctx.companyId,
      components: await currentComponents(template.companyId, [draft.text]),
      within: ownKey(template),
    });
    const { subject, preheader, html, text } = shown;
    const isMail = { subject, preheader, html, text, isMarketing: isMarketing(template.category) };
    const findings = isComponent(template) ? [] : lintMail(isMail);
    // From where the panel is open: nobody outside may reach it yet.
    const seen = html.replaceAll(`${imageHost()}/api/media/`, '/api/media/');
    return {
      subject,
      preheader,
      html: seen,
      text,
      findings: tellFindings(findings, ctx.locale),
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const problems = error.options.errors ?? [];
    return { subject: '', preheader: '', html: '', text: '', findings: [], problems };
  }
}
