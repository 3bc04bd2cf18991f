import type { MailTemplateContent, TemplateDialect } from '@/lib/providers/mail-template-api';
import { fromBrevo } from '@/lib/templates/foreign/brevo';
import { type Converted, UsedVariables } from '@/lib/templates/foreign/converted';
import { MAILGUN, POSTMARK, SENDGRID } from '@/lib/templates/foreign/dialects';
import { fromHandlebars } from '@/lib/templates/foreign/handlebars';
import type { VariableDeclaration } from '@/lib/templates/variables';
import type { FoundProblem, MailTemplateView } from './schema';

type Convert = (source: string, isHtml: boolean, used: UsedVariables) => Converted;

const CONVERTERS: Record<TemplateDialect, Convert> = {
  sendgrid: (source, isHtml, used) => fromHandlebars(source, { dialect: SENDGRID, isHtml }, used),
  mailgun: (source, isHtml, used) => fromHandlebars(source, { dialect: MAILGUN, isHtml }, used),
  postmark: (source, isHtml, used) => fromHandlebars(source, { dialect: POSTMARK, isHtml }, used),
  brevo: (source, _isHtml, used) => fromBrevo(source, used),
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
    const converted = CONVERTERS[dialect](source, part === 'html', used);
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

/** What prints as text leaves nothing out; a variable that is called otherwise has to be sent so by programs. */
export function isWhole(problems: FoundProblem[]): boolean {
  return problems.every(({ code }) => code === 'html');
}
