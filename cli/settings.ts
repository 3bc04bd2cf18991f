import { Command } from 'commander';
import type { Context } from '@/lib/context';
import { getSettings } from '@/lib/settings/get';
import { DEFAULT_SETTINGS, type Settings, SettingsPatch } from '@/lib/settings/schema';
import { updateSettings } from '@/lib/settings/update';
import { misuse } from './misuse';
import { run } from './run';

type Json = { json?: boolean };

export function settingsCommand(): Command {
  const settings = new Command('settings').description('how messages are routed, retried and kept');
  settings
    .command('show')
    .description('print the settings, or those below a path such as delivery.breaker')
    .argument('[path]')
    .action(async (path: string | undefined, options: Json) => {
      const read = async (ctx: Context) => pick(await getSettings(ctx), path);
      await run(options, read, (found) => lines(found, path).join('\n'));
    });
  settings
    .command('set')
    .description('change settings: delivery.breaker.openSeconds=10 delivery.retries.faultMinutes=[5,15]')
    .argument('<path=value...>')
    .action((assignments: string[], options: Json) => change(options, assignments.map(parseAssignment)));
  settings
    .command('reset')
    .description('go back to the default')
    .argument('<path...>')
    .action((paths: string[], options: Json) =>
      change(
        options,
        paths.map((path) => ({ path, value: pick(DEFAULT_SETTINGS, path) })),
      ),
    );
  return settings;
}

type Assignment = { path: string; value: unknown };

async function change(options: Json, assignments: Assignment[]): Promise<void> {
  const patch = SettingsPatch.parse(toPatch(assignments));
  await run(
    options,
    (ctx) => updateSettings(ctx, patch),
    (after) => assignments.flatMap(({ path }) => lines(pick(after, path), path)).join('\n'),
  );
}

/** The value is JSON; what is none is taken as text, so that names need no quotes. */
function parseAssignment(assignment: string): Assignment {
  const at = assignment.indexOf('=');
  if (at < 1) throw misuse(assignment, 'must look like delivery.breaker.openSeconds=10');
  const [path, text] = [assignment.slice(0, at), assignment.slice(at + 1)];
  try {
    return { path, value: JSON.parse(text) as unknown };
  } catch {
    return { path, value: text };
  }
}

type Tree = { [name: string]: unknown };

function toPatch(assignments: Assignment[]): Tree {
  const patch: Tree = Object.create(null);
  for (const { path, value } of assignments) {
    const names = path.split('.');
    let level = patch;
    for (const name of names.slice(0, -1)) {
      level[name] ??= Object.create(null);
      level = level[name] as Tree;
    }
    level[names.at(-1)!] = value;
  }
  return patch;
}

function pick(settings: Settings, path = ''): unknown {
  let found: unknown = settings;
  for (const name of path.split('.').filter(Boolean)) {
    if (!isTree(found) || !Object.hasOwn(found, name)) throw misuse(path, 'there is no such setting');
    found = found[name];
  }
  return found;
}

function lines(value: unknown, path = ''): string[] {
  if (!isTree(value)) return [`${path}=${typeof value === 'string' ? value : JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([name, inner]) => lines(inner, path ? `${path}.${name}` : name));
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
