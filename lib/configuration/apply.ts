import { sql } from 'drizzle-orm';
import { ZodError } from 'zod';
import { mutation } from '@/lib/audit/mutation';
import { companyIdOf } from '@/lib/companies/resolve';
import { type Context, requireConfirmed } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { within } from '@/lib/database/within';
import { AppError, type FieldError, fieldError } from '@/lib/errors';
import { fieldErrorsOf } from '@/lib/field-errors';
import { lookingUpAhead } from '@/lib/outbound/check-url';
import { updateSettings } from '@/lib/settings/update';
import { keepComments } from './comments/keep';
import type { Comment } from './comments/yaml-comments';
import { type ConfigurationDocument, thingsSaid } from './document';
import { forgetAll } from './forget';
import { checkRemovals, type Place, type Plan, planChanges, type Step, type Work } from './plan';
import { type Present, readPresent, refuseBound } from './present';
import { readText, refuse } from './read-text';
import { type Conflict, changedBoth, withLines } from './three-way/conflicts';
import type { Choices, Difference } from './three-way/merge';
import { sinceVersion } from './three-way/since';
import { expectVersion } from './versions/expect';
import { noteVersion } from './versions/note';
import { countSteps } from './versions/steps';

export type ApplyOptions = {
  /** Nothing is kept of it: what would be done is done, and undone. */
  dryRun?: boolean;
  /** What the document leaves out of the sections it has is deleted; `whole`: of those that it has not, too. */
  prune?: boolean | 'whole';
  /** So many things are meant to be deleted: needed where most of a kind would go. `any`: who asks knows what goes. */
  deletes?: number | 'any' | undefined;
  /** Only as long as everything is as this version has it: nobody else's change is overwritten unseen. */
  expectVersion?: number | undefined;
  /** These are deleted besides. */
  without?: Place[];
  /** The version that the document was written over: what others changed since stays, what both changed is refused until it was chosen. */
  base?: number | undefined;
  choices?: Choices;
};

export type Applied = {
  dryRun: boolean;
  added: number;
  changed: number;
  removed: number;
  steps: Step[];
  /** How many comments are otherwise. */
  comments: number;
  /** Of a dry run with a `base`: what others changed since at the same place. It stays as they have it. */
  conflicts: Conflict[];
};

const LOCK = 7_355_640;

/**
 * Makes the system what the document says, by the verbs of each noun, in one transaction: all of it or nothing. Two at once do it one after the
 * other. A dry run goes all the way and keeps nothing, so that what it promises is what is done.
 * @throws AppError validation_failed with all that is wrong, by its place in the text; changed_meanwhile; forbidden, confirmation_needed
 */
export async function applyConfiguration(
  ctx: Context,
  given: string | ConfigurationDocument,
  options: ApplyOptions = {},
): Promise<Applied> {
  refuseBound(ctx);
  const { document, locate, comments } =
    typeof given === 'string'
      ? await readText(given)
      : { document: given, locate: async (errors: FieldError[]) => errors, comments: async () => null };
  const whole = { ...ctx, companyId: null };
  const said = { document, comments: await comments() };
  // So that there is one to go back to, and its authors are not taken for those of what comes now.
  if (!options.dryRun) await noteVersion();
  try {
    const change = () =>
      mutation(whole, 'configuration.apply', async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
        const done = await within(tx, () => makeSo(whole, tx, said, options));
        const { works, commented } = done.result;
        if (options.dryRun || works.length + commented === 0)
          throw new NothingKept(tell(done.result, options), done.result.conflicts);
        return {
          result: { ...done, result: tell(done.result, options) },
          subjectId: null,
          after: inAudit(done.result),
        };
      });
    const { result, committed } = await lookingUpAhead(urlsOf(document), change);
    committed();
    return result;
  } catch (error) {
    if (error instanceof NothingKept)
      return { ...error.applied, conflicts: await withLines(error.conflicts, locate) };
    if (error instanceof Disagreement) throw changedBoth(await locate(error.errors));
    if (error instanceof Problems) throw refuse(await locate(error.errors));
    throw error;
  } finally {
    forgetAll();
  }
}

function urlsOf(document: ConfigurationDocument): string[] {
  return thingsSaid(document).flatMap(
    ({ noun, fields }) => noun.urls?.(noun.normalize?.(fields) ?? fields) ?? [],
  );
}

/** Ends the transaction without a failure. */
class NothingKept extends Error {
  constructor(
    readonly applied: Applied,
    readonly conflicts: Difference[],
  ) {
    super('nothing is kept');
  }
}

class Problems extends Error {
  constructor(readonly errors: FieldError[]) {
    super('the document cannot be applied');
  }
}

/** Of a document and what there is, each changed since the other began. */
class Disagreement extends Problems {}

type Done = Plan & { conflicts: Difference[]; commented: number };

async function makeSo(
  ctx: Context,
  tx: Transaction,
  { document: given, comments }: { document: ConfigurationDocument; comments: Comment[] | null },
  options: ApplyOptions,
): Promise<Done> {
  const present = await readPresent(ctx);
  if (options.expectVersion !== undefined) await expectVersion(options.expectVersion, present);
  const { document, conflicts } = await overBase(given, present, options);
  const plan = planChanges(ctx, document, present, options);
  const problems = [
    ...plan.problems,
    ...(options.dryRun ? [] : checkRemovals(plan.works, present, options.deletes)),
  ];
  if (plan.works.some(({ changed }) => changed.differing.length > 0)) requireConfirmed(ctx);
  const early = plan.works.filter(({ action }) => action !== 'remove');
  for (const work of early) problems.push(...(await attempt(tx, work, () => doOne(ctx, work))));
  for (const work of early) problems.push(...(await attempt(tx, work, () => finishOne(ctx, work))));
  for (const work of plan.works.filter(({ action }) => action === 'remove'))
    problems.push(...(await attempt(tx, work, () => doOne(ctx, work))));
  if (problems.length > 0) throw new Problems(problems);
  return { ...plan, conflicts, commented: comments ? await keepComments(given, comments) : 0 };
}

async function overBase(
  document: ConfigurationDocument,
  present: Present,
  { base, choices = {}, prune = false, dryRun }: ApplyOptions,
): Promise<{ document: ConfigurationDocument; conflicts: Difference[] }> {
  if (base === undefined) return { document, conflicts: [] };
  const merged = await sinceVersion(document, present, { base, choices, prune: prune !== false });
  if (!dryRun && merged.conflicts.length > 0)
    throw new Disagreement(merged.conflicts.map(({ path }) => fieldError(path, 'changed_since')));
  return merged;
}

/** Each for itself, so that all that is wrong is told at once. @returns what was wrong, by its place in the document */
async function attempt(tx: Transaction, { path }: Work, work: () => Promise<void>): Promise<FieldError[]> {
  try {
    await tx.transaction(async (inner) => {
      await within(inner as unknown as Transaction, work);
    });
    return [];
  } catch (error) {
    return problemsOf(error).map((problem) => ({
      ...problem,
      path: [path, problem.path].filter(Boolean).join('.'),
    }));
  }
}

function problemsOf(error: unknown): FieldError[] {
  if (error instanceof ZodError) return fieldErrorsOf(error);
  if (!(error instanceof AppError) || error.status >= 500 || error.code === 'confirmation_needed')
    throw error;
  return error.errors ?? [{ ...fieldError('', 'not_so', { why: error.detail }) }];
}

async function doOne(
  ctx: Context,
  { noun, action, thing, company, name, title, renamed, changed }: Work,
): Promise<void> {
  if (!noun) {
    await updateSettings(ctx, changed.fields);
    return;
  }
  const own = await inCompany(ctx, company);
  if (action === 'add') await noun.create(own, { name, title, ...changed });
  else if (action === 'change') {
    if (renamed) await noun.rename!(own, thing!, title);
    if (Object.keys(changed.fields).length + changed.differing.length > 0)
      await noun.update(own, thing!, changed);
  } else await noun.remove(own, thing!);
}

async function finishOne(ctx: Context, { noun, company, name, changed }: Work): Promise<void> {
  if (noun?.finish) await noun.finish(await inCompany(ctx, company), name, changed.fields);
}

/** As its names are meant in the company whose the thing is. */
async function inCompany(ctx: Context, company: string | null): Promise<Context> {
  if (company === null) return ctx;
  const companyId = await companyIdOf(company);
  if (companyId === undefined) throw new AppError('not_found', `There is no company ${company}.`);
  return { ...ctx, companyId };
}

function tell({ works, commented }: Done, { dryRun = false }: ApplyOptions): Applied {
  return {
    dryRun,
    conflicts: [],
    comments: commented,
    ...countSteps(works),
    steps: works.map(({ action, section, company, name, changes }) => ({
      action,
      section,
      company,
      name,
      changes,
    })),
  };
}

/** What changed of each is in the row of its own verb. */
function inAudit({ works, commented }: Done) {
  return {
    ...(commented > 0 && { comments: commented }),
    steps: works.map(({ action, section, company, name }) =>
      [action, section, company, name].filter(Boolean).join(' '),
    ),
  };
}
