import { AppError, type FieldError, fieldError, invalid } from '@/lib/errors';
import { parseTemplate } from '@/lib/templates/engine/engine';
import { describeFault, faultAt } from '@/lib/templates/problems';
import { findTemplate } from '@/lib/templates/rows';
import { findStarter } from '@/lib/templates/starters/from-starter';
import type { TypeInput } from './schema';

type Checked = Pick<TypeInput, 'template' | 'texts'> & { steps: { channel: string }[] };

/** Each of its channels has something to say, and what it says can be read. @throws AppError validation_failed, with all that is wrong */
export async function checkType(
  { steps, template, texts }: Checked,
  companyId: string | null,
): Promise<void> {
  const channels = steps.map(({ channel }) => channel);
  const errors: FieldError[] = [];
  if (channels.includes('email') && template === null) errors.push(fieldError('template', 'required'));
  if (channels.some((channel) => channel !== 'email') && Object.keys(texts).length === 0)
    errors.push(fieldError('texts', 'required'));
  for (const [language, text] of Object.entries(texts))
    try {
      parseTemplate('text', text);
    } catch (error) {
      errors.push(faultAt(`texts.${language}`, describeFault(error)));
    }
  const [first] = errors;
  if (first) throw new AppError('validation_failed', `${first.path}: ${first.message}`, { errors });
  if (template !== null && !findStarter(template) && !(await findTemplate(companyId, template)))
    throw invalid('template', 'no_template', { template });
}
