import { basename } from 'node:path';
import { Command } from 'commander';
import { parseInput } from '@/lib/http/parse-input';
import { type Notified, notify } from '@/lib/notifications/notify';
import { NotificationInput } from '@/lib/notifications/schema';
import { readCallersFile } from './files';
import { run } from './run';

type Options = {
  json?: boolean;
  contact?: string;
  email?: string;
  phone?: string;
  var?: string[];
  attach?: string[];
  company?: string;
  dedupeKey?: string;
};

export function notifyCommand(): Command {
  const collect = (value: string, before: string[] = []) => [...before, value];
  return new Command('notify')
    .description('tell one person that something happened; exits with 1 where nothing goes out')
    .argument('<type>', 'key of a notification type, such as low-balance')
    .option('--contact <contact>', 'id or key of a contact')
    .option('--email <address>', 'or where somebody is reached')
    .option('--phone <number>', 'for text messages and WhatsApp')
    .option('--var <name=value>', 'what the type needs, again for each', collect)
    .option('--attach <file>', 'to the email, again for each', collect)
    .option('--company <company>', 'name, key or id')
    .option('--dedupe-key <key>', 'told once within the hours of the type')
    .action(async (type: string, options: Options) => {
      const { json, contact, email, phone, company, dedupeKey } = options;
      const input = parseInput(NotificationInput, {
        type,
        ...(contact ? { contact } : { to: { ...(email && { email }), ...(phone && { phone }) } }),
        variables: Object.fromEntries((options.var ?? []).map(readPair)),
        attachments: await Promise.all((options.attach ?? []).map(readAttachment)),
        ...(company && { company }),
        ...(dedupeKey && { dedupeKey }),
      });
      const { state } = await run({ json: !!json }, (ctx) => notify(ctx, input), tell);
      if (state === 'skipped') process.exitCode = 1;
    });
}

function readPair(text: string): [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

async function readAttachment(file: string) {
  return { filename: basename(file), content: (await readCallersFile('attach', file)).toString('base64') };
}

function tell({ id, state, reason, channels }: Notified): string {
  return [
    `${id}  ${reason ? `${state}: ${reason}` : state}`,
    ...channels.map((each) =>
      [`  ${each.channel}`, each.state, each.reason, each.messageId].filter(Boolean).join('  '),
    ),
  ].join('\n');
}
