import { Command, Option } from 'commander';
import { parseInput } from '@/lib/http/parse-input';
import { invitePerson } from '@/lib/people/invite';
import { listInvitations, listPeople } from '@/lib/people/list';
import { resetPassword } from '@/lib/people/reset';
import { InvitationInput, type InvitationView, type LinkMail, type PersonView } from '@/lib/people/schema';
import { signPersonOut } from '@/lib/people/sessions';
import { activatePerson, deactivatePerson } from '@/lib/people/update';
import { ROLES } from '@/lib/roles';
import { run } from './run';

type Options = { json?: boolean };
type Invite = Options & { role: string; companies?: string; language?: string };

export function personCommand(): Command {
  const person = new Command('person').description('people who may sign in to the panel, and who is invited');
  person
    .command('list')
    .description('list the people, then the invitations that wait for an answer')
    .action(async (options: Options) => {
      await run(
        options,
        async (ctx) => ({
          people: (await listPeople(ctx)).data,
          invitations: (await listInvitations(ctx)).data,
        }),
        ({ people, invitations }) => [...people.map(line), ...invitations.map(invitationLine)].join('\n'),
      );
    });
  person
    .command('invite')
    .description('mail somebody a link to make an account, and print it; it works once, for 48 hours')
    .argument('<email>')
    .addOption(new Option('--role <role>', 'what the person may do').choices([...ROLES]).default('viewer'))
    .option('--companies <list>', 'limited to these companies: names, keys or ids (default: all)')
    .option('--language <code>', 'of the message: en or es')
    .action(async (email: string, { json, role, companies, language }: Invite) => {
      const limited = companies?.split(',').map((part) => part.trim());
      const input = parseInput(InvitationInput, { email, role, companies: limited, language });
      await run(
        { json },
        (ctx) => invitePerson(ctx, input),
        ({ link, mail }) => told(link, mail),
      );
    });
  person
    .command('deactivate')
    .description('end all sessions of a person, who can no longer sign in')
    .argument('<person>', 'address or id')
    .action(async (id: string, options: Options) => {
      await run(
        options,
        (ctx) => deactivatePerson(ctx, { id }),
        ({ email }) => `${email} was deactivated. The way back: relevo person activate ${email}`,
      );
    });
  person
    .command('activate')
    .description('let a deactivated person sign in again')
    .argument('<person>', 'address or id')
    .action(async (id: string, options: Options) => {
      await run(
        options,
        (ctx) => activatePerson(ctx, { id }),
        ({ email }) => `${email} was activated.`,
      );
    });
  person
    .command('sign-out')
    .description('end all sessions of a person, who can sign in again')
    .argument('<person>', 'address or id')
    .action(async (id: string, options: Options) => {
      await run(
        options,
        (ctx) => signPersonOut(ctx, { id }),
        ({ email, ended }) => `${email} was signed out (sessions: ${ended}).`,
      );
    });
  person
    .command('reset')
    .description('mail a person a link to set a new password; it works once, for an hour')
    .argument('<person>', 'address or id')
    .action(async (id: string, options: Options) => {
      await run(
        options,
        (ctx) => resetPassword(ctx, { id }),
        ({ link, mail }) => told(link, mail),
      );
    });
  return person;
}

const WORDS: Record<LinkMail, string> = {
  sent: 'The link is on its way by mail.',
  sandbox: 'Only the sandbox takes mail so far: nobody gets the link unless you hand it over.',
  no_provider: 'No provider could carry the mail: hand the link over yourself.',
  no_sender: 'No sender is set for the mail: hand the link over yourself.',
};

/** The link alone on standard output. */
function told(link: string | undefined, mail: LinkMail): string {
  console.error(WORDS[mail]);
  return link ?? '';
}

function line({ email, name, role, companies, active, lastSignInAt }: PersonView): string {
  const last = lastSignInAt ? `signed in ${lastSignInAt}` : 'never signed in';
  return [email, name, role, companies?.join(','), active ? last : 'deactivated'].filter(Boolean).join('  ');
}

function invitationLine({ email, role, companies, expired, expiresAt }: InvitationView): string {
  const until = expired ? `invitation expired ${expiresAt}` : `invited until ${expiresAt}`;
  return [email, role, companies?.join(','), until].filter(Boolean).join('  ');
}
