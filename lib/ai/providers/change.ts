import { and, eq, sql } from 'drizzle-orm';
import { aiKeys, aiProviders } from '@/drizzle/schema/ai';
import { kindOf, knownModel } from '@/lib/ai/call/kinds';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { companyFor } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { withUnique } from '@/lib/database/with-unique';
import { invalid } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { toMicros } from '@/lib/money';
import { checkUrl } from '@/lib/outbound/check-url';
import { findAiRow, getAiProvider, lockAiProvider } from './find';
import { modelColumns } from './own-models';
import type { AiProviderInput, AiProviderPatch, AiProviderView } from './schema';
import { sealKey } from './sealed-keys';
import { type AiProviderRow, auditOf } from './view';

/** Nothing of what one service said holds for another. */
const FRESH = { failures: 0, openUntil: null, fault: null, reply: null, failedAt: null };

/** @throws AppError name_taken, forbidden, validation_failed */
export async function createAiProvider(ctx: Context, input: AiProviderInput): Promise<AiProviderView> {
  const { company, apiKey, fallback, ...given } = input;
  const kind = kindOf(given.kind);
  const endpoint = given.endpoint ?? kind.endpoint!;
  await checkUrl('endpoint', endpoint);
  const companyId = await companyFor(ctx, company);
  const model = given.model ?? kind.known[0]!.id;
  const id = newId();
  await withUniqueName(() =>
    mutation(ctx, 'ai_provider.create', async (tx) => {
      const [row] = await tx
        .insert(aiProviders)
        .values({
          id,
          companyId,
          ...columnsOf({
            ...given,
            price: given.price === undefined ? known(given.kind, model) : given.price,
          }),
          name: given.name,
          kind: given.kind,
          ...modelColumns(given.kind, given.modelFor),
          endpoint,
          model,
          timeoutSeconds: given.timeoutSeconds,
          priority: given.priority,
          schemas: kind.schemas,
          fallbackId: await fallbackOf(ctx, tx, fallback, id),
        })
        .returning();
      if (apiKey) await putKey(tx, id, apiKey);
      return { result: undefined, subjectId: id, ownerId: companyId, after: auditOf(row!) };
    }),
  );
  return getAiProvider(ctx, id);
}

/** @throws AppError not_found, name_taken, changed_meanwhile, forbidden, validation_failed */
export async function updateAiProvider(
  ctx: Context,
  { id: ref, version, apiKey, fallback, ...patch }: AiProviderPatch & { id: string },
): Promise<AiProviderView> {
  if (patch.endpoint) await checkUrl('endpoint', patch.endpoint);
  const save = () =>
    mutation(ctx, 'ai_provider.update', async (tx) => {
      const before = await lockAiProvider(tx, ctx, ref);
      checkVersion(version, before.version);
      const endpoint = endpointOf(before, patch.endpoint);
      // Whoever may change settings must not send a key that others gave to a server of their own.
      if (endpoint !== before.endpoint && apiKey === undefined && (await hasKey(tx, before.id)))
        throw invalid('apiKey', 'given_again');
      if (endpoint !== before.endpoint) await tx.delete(aiKeys).where(eq(aiKeys.providerId, before.id));
      if (apiKey !== undefined) await putKey(tx, before.id, apiKey);
      const [after] = await tx
        .update(aiProviders)
        .set({
          ...columnsOf(patch),
          ...(patch.modelFor && modelColumns(before.kind as AiProviderInput['kind'], patch.modelFor)),
          ...(fallback !== undefined && { fallbackId: await fallbackOf(ctx, tx, fallback, before.id) }),
          endpoint,
          ...FRESH,
          version: sql`${aiProviders.version} + 1`,
          updatedAt: new Date(),
        })
        .where(eq(aiProviders.id, before.id))
        .returning();
      return {
        result: before.id,
        subjectId: before.id,
        ownerId: before.companyId,
        before: auditOf(before),
        after: { ...auditOf(after!), ...(apiKey !== undefined && { keyReplaced: true }) },
      };
    });
  const id = await explainStale(
    () => withUniqueName(save),
    { ...patch, version },
    () => getAiProvider(ctx, ref),
  );
  return getAiProvider(ctx, id);
}

/** What it cost stays known. @throws AppError not_found, forbidden */
export async function deleteAiProvider(ctx: Context, { id: ref }: { id: string }): Promise<void> {
  await mutation(ctx, 'ai_provider.delete', async (tx) => {
    const before = await lockAiProvider(tx, ctx, ref);
    await tx.update(aiProviders).set({ fallbackId: null }).where(eq(aiProviders.fallbackId, before.id));
    await tx.delete(aiProviders).where(eq(aiProviders.id, before.id));
    return { result: undefined, subjectId: before.id, ownerId: before.companyId, before: auditOf(before) };
  });
}

/** The one that is typed beside the settings takes the place of the active one. */
async function putKey(tx: Transaction, providerId: string, apiKey: string): Promise<void> {
  await tx.delete(aiKeys).where(and(eq(aiKeys.providerId, providerId), eq(aiKeys.active, true)));
  const id = newId();
  await tx.insert(aiKeys).values({ id, providerId, label: 'default', active: true, ...sealKey(id, apiKey) });
}

async function hasKey(tx: Transaction, providerId: string): Promise<boolean> {
  const [key] = await tx
    .select({ id: aiKeys.id })
    .from(aiKeys)
    .where(eq(aiKeys.providerId, providerId))
    .limit(1);
  return key !== undefined;
}

function endpointOf(before: AiProviderRow, given: string | null | undefined): string {
  if (given === undefined) return before.endpoint;
  const own = kindOf(before.kind as AiProviderInput['kind']).endpoint;
  if (given === null && own === null) throw invalid('endpoint', 'required');
  return given ?? own!;
}

async function fallbackOf(
  ctx: Context,
  tx: Transaction,
  ref: string | null,
  own: string,
): Promise<string | null> {
  if (ref === null) return null;
  const { id } = await findAiRow(ctx, ref, tx).catch(() => {
    throw invalid('fallback', 'no_provider', { provider: ref });
  });
  if (id === own) throw invalid('fallback', 'fallback_self');
  return id;
}

function known(kind: AiProviderInput['kind'], model: string) {
  const found = knownModel(kind, model);
  return found && { inputMicros: found.inputMicros, outputMicros: found.outputMicros };
}

type Given = Omit<AiProviderPatch, 'price' | 'fallback' | 'endpoint' | 'apiKey' | 'version'> & {
  price?: AiProviderPatch['price'] | { inputMicros: number; outputMicros: number } | undefined;
};

/** Of what is given alone. */
function columnsOf({ price, budget, ...rest }: Given) {
  const { name, model, organization, project, timeoutSeconds, priority, limits, active } = rest;
  return {
    ...(name !== undefined && { name }),
    ...(model !== undefined && { model }),
    ...(organization !== undefined && { organization }),
    ...(project !== undefined && { project }),
    ...(timeoutSeconds !== undefined && { timeoutSeconds }),
    ...(priority !== undefined && { priority }),
    ...(limits !== undefined && { limits }),
    ...(active !== undefined && { active }),
    ...(price !== undefined && priceColumns(price)),
    ...(budget !== undefined && {
      budgetMicros: budget === null ? null : toMicros(budget.monthly),
      budgetHard: budget?.hard ?? true,
    }),
  };
}

function priceColumns(price: NonNullable<Given['price']> | null) {
  if (price === null) return { inputMicros: null, outputMicros: null };
  if ('inputMicros' in price) return price;
  return { inputMicros: toMicros(price.input), outputMicros: toMicros(price.output) };
}

function withUniqueName<T>(work: () => Promise<T>): Promise<T> {
  return withUnique(
    'ai_providers_name_key',
    { detail: 'There already is an AI provider of this name.' },
    work,
  );
}
