import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import type { Context } from '@/lib/context';
import { type ImageFile, imagesOf, keepImage } from '@/lib/images/travel';
import { COMPONENT, isComponent } from '@/lib/templates/categories';
import { componentKeysIn } from '@/lib/templates/components/keys-in';
import { fromFiles, type TemplateFiles, toFiles } from '@/lib/templates/files';
import { getTemplate } from '@/lib/templates/get';
import { listTemplates } from '@/lib/templates/list';
import { type Pushed, pushTemplate } from '@/lib/templates/push';
import type { TemplateInput } from '@/lib/templates/schema';
import type { TemplateRow } from '@/lib/templates/view-schema';
import { run } from './run';
import { importCommand } from './template-import';

type Options = { json?: boolean };
type PushOptions = Options & { publish?: boolean; note?: string };

export function templateCommand(): Command {
  const template = new Command('template').description(
    'what messages are made with, as files that programmers keep',
  );
  template
    .command('list')
    .description('list the templates')
    .action(async (options: Options) => {
      await run(
        options,
        async (ctx) => ({ data: await listAll(ctx) }),
        ({ data }) => data.map(line).join('\n'),
      );
    });
  template
    .command('show')
    .description('print the newest version of one as files')
    .argument('<template>', 'key or id')
    .action(async (id: string, options: Options) => {
      await run(
        options,
        async (ctx) => toFiles(await getTemplate(ctx, { id })),
        (files) =>
          Object.entries(files)
            .map(([name, text]) => `--- ${name}\n${text}`)
            .join('\n'),
      );
    });
  template
    .command('pull')
    .description('write all of them into a folder, each into one of its own')
    .argument('<dir>')
    .action(async (given: string, options: Options) => {
      await run(
        options,
        async (ctx) => {
          const data = await listAll(ctx);
          const dir = fromCaller(given);
          for (const { id, key } of data)
            await writeFolder(join(dir, key), toFiles(await getTemplate(ctx, { id })));
          return { pulled: data.map(({ key }) => key) };
        },
        ({ pulled }) => pulled.join('\n'),
      );
    });
  template
    .command('push')
    .description('save what differs in a folder as new versions')
    .argument('<dir>')
    .option('--publish', 'messages get them at once')
    .option('--note <text>', 'why they were changed')
    .action(async (given: string, { publish = false, note, ...options }: PushOptions) => {
      await run(
        options,
        async (ctx) => {
          const dir = fromCaller(given);
          const pushed: Pushed[] = [];
          const folders = foldersOf(dir).map((key) => ({ ...fromFiles(readFolder(join(dir, key))), key }));
          for (const files of inOrder(folders)) {
            for (const image of imagesBeside(join(dir, files.key))) await keepImage(ctx, image);
            pushed.push(await pushTemplate(ctx, files, { publish, note }));
          }
          return { pushed };
        },
        ({ pushed }) =>
          pushed.map(({ key, number, change }) => `${key}  version ${number}  ${change}`).join('\n'),
      );
    });
  template.addCommand(importCommand());
  return template;
}

/** With components, which stand first: what shows them needs them. */
async function listAll(ctx: Context): Promise<TemplateRow[]> {
  const components = await listTemplates(ctx, { category: COMPONENT, archived: 'false' });
  const { data } = await listTemplates(ctx, { archived: 'false' });
  return [...components.data, ...data];
}

/** Components before what shows them, also within each other. */
function inOrder<T extends TemplateInput & { key: string }>(folders: T[]): T[] {
  const waiting = new Map(folders.filter(isComponent).map((one) => [one.key, one]));
  const ordered: T[] = [];
  const take = (one: T) => {
    if (!waiting.delete(one.key)) return;
    for (const key of componentKeysIn(Object.values(one.texts))) {
      const within = waiting.get(key);
      if (within) take(within);
    }
    ordered.push(one);
  };
  for (const one of [...waiting.values()]) take(one);
  return [...ordered, ...folders.filter((one) => !isComponent(one))];
}

/** The launcher changes to the project's folder. */
function fromCaller(dir: string): string {
  return resolve(process.env.RELEVO_CALLER_DIRECTORY ?? '.', dir);
}

function line({ key, title, published, latest }: TemplateRow): string {
  return [key, title, published === null ? 'draft' : `version ${published} of ${latest}`].join('  ');
}

function foldersOf(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

function readFolder(dir: string): TemplateFiles {
  const files = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map(({ name }) => [name, readFileSync(join(dir, name), 'utf8')]));
}

/** Pictures lie in a folder beside the texts that show them. */
async function writeFolder(dir: string, files: TemplateFiles): Promise<void> {
  const shown = await imagesOf(Object.values(files));
  mkdirSync(shown.length > 0 ? join(dir, IMAGES) : dir, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  for (const { name, content } of shown) writeFileSync(join(dir, IMAGES, name), content);
}

const IMAGES = 'images';

function imagesBeside(dir: string): ImageFile[] {
  const folder = join(dir, IMAGES);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ name }) => ({ name, content: readFileSync(join(folder, name)) }));
}
