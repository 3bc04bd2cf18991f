import { eq, sql } from 'drizzle-orm';
import { domains } from '@/drizzle/schema/domains';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { companyFor } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { withUnique } from '@/lib/database/with-unique';
import { readPrivateKey } from '@/lib/dkim/key-pair';
import { deleteKeys, insertKeys, listKeys, makeKeys, type NewKey, retireAlgorithm } from '@/lib/dkim/keys';
import { forgetSigners } from '@/lib/dkim/signers';
import { newId } from '@/lib/ids';
import { forgetOwnNames } from '@/lib/tracking/own-name';
import { findRow, getDomain, lockDomain } from './find';
import { ownName } from './own-name';
import type { DomainRow } from './row';
import type { DomainInput, DomainPatch, DomainView, RotateInput } from './schema';
import { readSenders } from './senders';
import { auditOf, viewDomain } from './view';

/** With keys that sign as soon as their records are seen. @throws AppError name_taken, forbidden, validation_failed */
export async function createDomain(
  ctx: Context,
  { company, name: typed, ...input }: DomainInput,
): Promise<DomainView> {
  const name = ownName(typed);
  const companyId = await companyFor(ctx, company);
  const senders = await readSenders(ctx, input.senders);
  const keys = await makeKeys(input.algorithms);
  const id = newId();
  const values = { ...columnsOf(input), id, companyId, name, shownName: typed, senders, step: 'senders' };
  const row = await withUniqueName(() =>
    mutation(ctx, 'domain.create', async (tx) => {
      const [created] = await tx
        .insert(domains)
        .values({ ...values, dmarc: input.dmarc, algorithms: input.algorithms })
        .returning();
      await insertKeys(tx, id, keys);
      return { result: created!, subjectId: id, ownerId: companyId, after: auditOf(created!) };
    }),
  );
  return viewDomain(row);
}

/** What is wanted of DNS changes with it, and is looked for at once. @throws AppError not_found, changed_meanwhile, forbidden, validation_failed */
export async function updateDomain(
  ctx: Context,
  { id: ref, version, ...patch }: DomainPatch & { id: string },
): Promise<DomainView> {
  const known = await findRow(ctx, ref);
  const senders = patch.senders && (await readSenders(ctx, patch.senders));
  const keys = await missingKeys(known, patch.algorithms);
  const save = () =>
    mutation(ctx, 'domain.update', async (tx) => {
      const before = await lockDomain(tx, ctx, ref);
      checkVersion(version, before.version);
      const [after] = await tx
        .update(domains)
        .set({
          ...columnsOf(patch),
          // What was found of another name says nothing of this one, and no link may go by it unseen.
          ...(patch.tracking !== undefined && {
            checks: sql<DomainRow['checks']>`${domains.checks} - 'tracking'`,
          }),
          ...(senders && { senders }),
          ...(patch.step && { step: patch.step }),
          ...(isWanted(patch) && { ...LOOK_AGAIN, verifiedAt: null, brokenAt: null }),
          version: sql`${domains.version} + 1`,
          updatedAt: new Date(),
        })
        .where(eq(domains.id, before.id))
        .returning();
      if (keys.length > 0) await insertKeys(tx, before.id, keys);
      if (patch.algorithms === 'rsa') await retireAlgorithm(tx, before.id, 'ed25519');
      return change(before, after!);
    });
  const row = await explainStale(save, { ...patch, version }, () => getDomain(ctx, ref));
  forgetSigners();
  forgetOwnNames();
  return viewDomain(row);
}

/** Mails in its name are not signed any more. @throws AppError not_found, forbidden */
export async function deleteDomain(ctx: Context, { id: ref }: { id: string }): Promise<void> {
  await mutation(ctx, 'domain.delete', async (tx) => {
    const before = await lockDomain(tx, ctx, ref);
    await deleteKeys(tx, before.id);
    await tx.delete(domains).where(eq(domains.id, before.id));
    return { result: undefined, subjectId: before.id, ownerId: before.companyId, before: auditOf(before) };
  });
  forgetSigners();
}

/**
 * New keys, or one that was used elsewhere. They sign once their records are seen; those from before sign until then, and stay in DNS for as
 * long as mails of theirs are under way. @throws AppError not_found, forbidden, validation_failed
 */
export async function rotateKeys(
  ctx: Context,
  { id: ref, key }: RotateInput & { id: string },
): Promise<DomainView> {
  const known = await findRow(ctx, ref);
  const keys: NewKey[] = key
    ? [{ ...readPrivateKey(key.privateKey), selector: key.selector.toLowerCase() }]
    : await makeKeys(known.algorithms);
  const row = await mutation(ctx, key ? 'domain.import_key' : 'domain.rotate_keys', async (tx) => {
    const before = await lockDomain(tx, ctx, ref);
    const made = await insertKeys(tx, before.id, keys);
    const [after] = await tx
      .update(domains)
      .set({ ...LOOK_AGAIN, version: sql`${domains.version} + 1`, updatedAt: new Date() })
      .where(eq(domains.id, before.id))
      .returning();
    const selectors = made.map(({ selector }) => selector);
    return { ...change(before, after!), before: undefined, after: { name: before.name, selectors } };
  });
  return viewDomain(row);
}

/** Whoever has just changed something looks whether it works. */
const LOOK_AGAIN = { nextCheckAt: sql`now()`, checksDone: 0 };

function change(before: DomainRow, after: DomainRow) {
  const { id: subjectId, companyId: ownerId } = before;
  return { result: after, subjectId, ownerId, before: auditOf(before), after: auditOf(after) };
}

function isWanted({ step: _step, rotateEveryDays: _rotate, ...patch }: DomainPatch): boolean {
  return Object.keys(patch).length > 0;
}

function columnsOf({
  algorithms,
  dmarc,
  rotateEveryDays,
  returnPath,
  tracking,
}: Omit<DomainPatch, 'senders' | 'step' | 'version'>) {
  return {
    ...(algorithms && { algorithms }),
    ...(dmarc && { dmarc }),
    ...(rotateEveryDays !== undefined && { rotateEveryDays }),
    ...(returnPath !== undefined && {
      returnPath: returnPath?.name ?? null,
      returnPathHost: returnPath?.host.toLowerCase() ?? null,
    }),
    ...(tracking !== undefined && { trackingName: tracking?.name ?? null }),
  };
}

async function missingKeys({ id }: DomainRow, algorithms: DomainPatch['algorithms']): Promise<NewKey[]> {
  if (algorithms !== 'rsa_ed25519') return [];
  const known = await listKeys(id);
  const has = known.some(
    ({ algorithm, state }) => algorithm === 'ed25519' && (state === 'waiting' || state === 'signing'),
  );
  return has ? [] : (await makeKeys(algorithms)).filter(({ algorithm }) => algorithm === 'ed25519');
}

function withUniqueName<T>(work: () => Promise<T>): Promise<T> {
  return withUnique('domains_name_key', { detail: 'This domain is here already.' }, work);
}
