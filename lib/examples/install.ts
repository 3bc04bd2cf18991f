import { companyFor, keyOf } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { ensureTemplate } from '@/lib/notifications/ensure-template';
import { createType } from '@/lib/notifications/types/change';
import { findType } from '@/lib/notifications/types/read';
import { TypeInput } from '@/lib/notifications/types/schema';
import { createRule, listRules } from '@/lib/rules/change';
import { RuleInput } from '@/lib/rules/schema';
import { createKind } from '@/lib/subject-kinds/change';
import { KindInput } from '@/lib/subject-kinds/schema';
import type { ExampleInput, ExampleInstalled } from './schema';
import { EXAMPLE_SETS } from './sets';

/** What is there already stays as it is: once more changes nothing, and after a stop in the middle it is finished. @throws AppError forbidden */
export async function installExample(
  ctx: Context,
  { set, company }: ExampleInput,
): Promise<ExampleInstalled> {
  const { templates, types, kinds, rules } = EXAMPLE_SETS[set];
  const companyId = await companyFor(ctx, company);
  const owner = { company: (await keyOf(companyId)) ?? null };
  const done: ExampleInstalled = { set, added: [], known: [] };
  const note = (name: string, isNew: boolean) => void (isNew ? done.added : done.known).push(name);
  const say = <T>({ en, es }: { en: T; es: T }): T => (ctx.locale === 'es' ? es : en);

  for (const { title, ...type } of types) {
    const isKnown = (await findType(companyId, type.key, ctx.locale)) !== null;
    const input = TypeInput.parse({ ...type, ...owner, title: say(title) });
    note(say(title), !isKnown && (await isNew(() => createType(ctx, input))));
  }
  for (const { title, fields, ...kind } of kinds) {
    const told = fields.map(({ label, ...field }) => ({ ...field, label: say(label) }));
    const input = KindInput.parse({ ...kind, ...owner, title: say(title), fields: told });
    note(say(title), await isNew(() => createKind(ctx, input)));
  }
  const { data } = await listRules(ctx, owner.company === null ? {} : { company: owner.company });
  for (const { title, ...rule } of rules) {
    const isKnown = data.some(
      (each) =>
        each.kind === rule.kind && each.type === rule.type && Object.values(title).includes(each.title),
    );
    // Nobody is told of what was so before.
    const input = RuleInput.parse({ ...rule, ...owner, title: say(title), start: 'new' });
    if (!isKnown) await createRule(ctx, input);
    note(say(title), !isKnown);
  }
  const used = [...templates, ...rules.map(({ type }) => type)].map((key) =>
    findType(companyId, key, ctx.locale),
  );
  for (const type of await Promise.all(used))
    if (type?.template) await ensureTemplate(type.template, companyId);
  return done;
}

/** False: there was one of this key, or somebody else made it at this moment. */
async function isNew(create: () => Promise<unknown>): Promise<boolean> {
  try {
    await create();
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'name_taken') return false;
    throw error;
  }
}
