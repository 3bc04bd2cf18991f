import type { Command } from 'commander';

type Word = { word: string; description: string };
/** What may follow `relevo` and these words. */
type Place = { path: string; words: Word[] };

/** A function for bash; where nothing fits, it completes the names of files. */
export function bashCompletion(program: Command): string {
  const places = placesOf(program);
  const cases = places.map(
    ({ path, words }) => `    '${path}') words='${words.map(({ word }) => word).join(' ')}' ;;`,
  );
  return [
    '_relevo() {',
    "  local place='' words='' word",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's
    '  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
    `    ${oneWordOn(places, '"$place $word"')}`,
    '  done',
    '  case "$place" in',
    ...cases,
    '  esac',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's
    '  COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))',
    '}',
    'complete -o default -F _relevo relevo ./relevo',
  ].join('\n');
}

/** The same for zsh, which shows what each is for. */
export function zshCompletion(program: Command): string {
  const places = placesOf(program);
  const cases = places.map(({ path, words }) => {
    const entries = words.map(({ word, description }) =>
      quote(`${word}:${description.replaceAll(':', ',')}`),
    );
    return `    '${path}') entries=(${entries.join(' ')}) ;;`;
  });
  return [
    '_relevo() {',
    "  local place='' word; local -a entries",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's
    '  for word in "${(@)words[2,CURRENT-1]}"; do',
    `    ${oneWordOn(places, '"$place $word"')}`,
    '  done',
    '  case "$place" in',
    ...cases,
    '  esac',
    "  _describe 'relevo' entries || _files",
    '}',
    'autoload -Uz compinit && (( $+functions[compdef] )) || compinit',
    'compdef _relevo relevo ./relevo',
  ].join('\n');
}

/** Options and their values are passed over: only what leads deeper counts. */
function oneWordOn(places: Place[], next: string): string {
  const known = places.map(({ path }) => path).filter(Boolean);
  return `case ${next} in ${known.map((path) => `'${path}'`).join('|')}) place="$place $word" ;; esac`;
}

/** `path` begins with a blank where it is not empty. */
function placesOf(command: Command, path = ''): Place[] {
  const inner = command.commands.filter((each) => each.name() !== 'help');
  const options = command.options.flatMap(({ long, description, hidden }) =>
    long && !hidden ? [{ word: long, description }] : [],
  );
  const words = [
    ...inner.map((each) => ({ word: each.name(), description: each.description() })),
    ...options,
    { word: '--help', description: 'display help for command' },
  ];
  return [{ path, words }, ...inner.flatMap((each) => placesOf(each, `${path} ${each.name()}`))];
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
