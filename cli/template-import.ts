import { Command } from 'commander';
import { listMailTemplates } from '@/lib/mail-templates/list';
import { type MailTemplateRow, TakeInput, type TookView } from '@/lib/mail-templates/schema';
import { takeMailTemplate } from '@/lib/mail-templates/take';
import { run } from './run';

type Options = { language?: string; category?: string; publish?: boolean; json?: boolean };

/** `relevo template import sendgrid d-…`: what a provider keeps, or takes of it those that are named. */
export function importCommand(): Command {
  return new Command('import')
    .description('list the templates that a provider keeps, or take over those that are named')
    .argument('<provider>', 'id or name')
    .argument('[names...]', "as the provider's API names them")
    .option('--language <language>', 'in which they are written', 'en')
    .option('--category <category>', 'what they are for')
    .option('--publish', 'messages get at once what could be taken over whole')
    .action(async (id: string, names: string[], { json, ...given }: Options) => {
      const options = json === undefined ? {} : { json };
      if (names.length === 0) {
        await run(
          options,
          (ctx) => listMailTemplates(ctx, { id }),
          ({ data }) => data.map(line).join('\n'),
        );
        return;
      }
      const input = TakeInput.parse(given);
      await run(
        options,
        async (ctx) => {
          const took: (TookView & { name: string })[] = [];
          for (const name of names)
            took.push({ name, ...(await takeMailTemplate(ctx, { ...input, id, name })) });
          return { took };
        },
        ({ took }) =>
          took
            .map(({ name, template, number, change }) => `${name}  ${template}  version ${number}  ${change}`)
            .join('\n'),
      );
    });
}

function line({ name, title, taken, changed }: MailTemplateRow): string {
  const state = taken ? `is ${taken.template}${changed ? ', changed there since' : ''}` : 'not taken over';
  return [name, title, state].join('  ');
}
