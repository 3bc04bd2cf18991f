import type { Command } from 'commander';
import { verbsOf } from './verbs-of';

/** In the language of man(7). */
export function manPage(program: Command): string {
  return [
    '.TH RELEVO 1 "" "Relevo" "User Commands"',
    '.SH NAME',
    'relevo \\- messages of a company, their providers and their queue',
    '.SH SYNOPSIS',
    '.B relevo',
    '.I noun verb',
    '.RI [ arguments ]',
    '.SH DESCRIPTION',
    plain(program.description()),
    'Every command takes \\fB\\-\\-json\\fR and prints its result as JSON then, and \\fB\\-\\-help\\fR.',
    '.SH COMMANDS',
    ...program.commands.flatMap(nounOf),
    '.SH EXIT STATUS',
    '.TP',
    '.B 0',
    'All is well.',
    '.TP',
    '.B 1',
    'Something was refused, wrong, or not there: the reason stands on standard error.',
    '.PP',
    'Where another number says more, the command tells above.',
    '.SH ENVIRONMENT',
    'The same variables as those of the service, among them \\fBDATABASE_URL\\fR, \\fBRELEVO_DATA_DIR\\fR and \\fBRELEVO_MASTER_KEY\\fR.',
    '.SH EXAMPLES',
    '.nf',
    ...EXAMPLES.map(plain),
    '.fi',
  ].join('\n');
}

const EXAMPLES = [
  'relevo token create --name billing --scopes messages:send',
  'relevo message send --to ana@example.com --subject Hello --text Hi --wait',
  'relevo message resend --status parked --dry-run',
  'relevo provider test --all',
];

function nounOf(noun: Command): string[] {
  return [`.SS ${plain(noun.name())}`, plain(noun.description()), ...verbsOf(noun).flatMap(verbOf)];
}

function verbOf(verb: Command): string[] {
  const options = verb.options.filter(({ long, hidden }) => long !== '--json' && !hidden);
  return [
    '.TP',
    `.B ${plain(`${nameOf(verb)} ${verb.usage()}`)}`,
    plain(verb.description()),
    ...options.flatMap(({ flags, description }) => [
      '.RS',
      '.TP',
      `.B ${plain(flags)}`,
      plain(description),
      '.RE',
    ]),
  ];
}

/** `provider key add`. */
function nameOf(command: Command): string {
  const parent = command.parent;
  return parent?.parent ? `${nameOf(parent)} ${command.name()}` : command.name();
}

/** No sign of it is one of roff's own, nor beyond ASCII, which not every roff reads. */
function plain(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(
      /[^\x20-\x7e]/gu,
      (sign) => `\\[u${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/^[.']/, '\\&$&');
}
