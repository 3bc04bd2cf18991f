import type { MailTemplateContent, TemplateDialect } from '@/lib/providers/mail-template-api';
import { fromBrevo } from '@/lib/templates/foreign/brevo';
import { type Converted, UsedVariables } from '@/lib/templates/foreign/converted';
import { MAILGUN, POSTMARK, SENDGRID } from '@/lib/templates/foreign/dialects';
import { fromHandlebars } from '@/lib/templates/foreign/handlebars';
import type { VariableDeclaration } from '@/lib/templates/variables';
import type { FoundProblem, MailTemplateView } from './schema';

type Convert = (source: string, used: UsedVariables) => Converted;

const CONVERTERS: Record<TemplateDialect, Convert> = {
  sendgrid: (source, used) => fromHandlebars(source, SENDGRID, used),
  mailgun: (source, used) => fromHandlebars(source, MAILGUN, used),
  postmark: (source, used) => fromHandlebars(source, POSTMARK, used),
  brevo: fromBrevo,
};

/** What a message brings none of says nothing, as at the provider. */
const NOTHING: Partial<Record<VariableDeclaration['type'], unknown>> = { list: [], object: {} };

/** A provider's own template in our words, with the variables that it asks for. */
export function convertMail(
  { subject, html, text }: Pick<MailTemplateContent, 'subject' | 'html' | 'text'>,
  dialect: TemplateDialect,
): Pick<MailTemplateView, 'subject' | 'html' | 'text' | 'variables' | 'problems'> {
  const used = new UsedVariables();
  const problems: FoundProblem[] = [];
  const convert = (part: FoundProblem['part'], source: string) => {
    const converted = CONVERTERS[dialect](source, used);
    problems.push(...converted.problems.map((problem) => ({ ...problem, part })));
    return converted.liquid;
  };
  return {
    subject: convert('subject', subject).replace(/\s+/g, ' ').trim(),
    html: convert('html', html),
    text: text === null ? null : convert('text', text),
    variables: used.list().map((each) => ({ ...each, required: false, default: NOTHING[each.type] ?? '' })),
    problems,
  };
}

/** What only changes a name or prints as text leaves nothing out. */
export function isWhole(problems: FoundProblem[]): boolean {
  return problems.every(({ code }) => code === 'renamed' || code === 'html');
}
