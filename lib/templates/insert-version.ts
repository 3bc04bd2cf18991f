import { templateTexts, templateVersions } from '@/drizzle/schema/templates';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { componentKeysIn } from './components/keys-in';
import type { Texts } from './rows';
import type { VariableDeclaration } from './variables';

type NewVersion = {
  templateId: string;
  number: number;
  texts: Texts;
  variables: VariableDeclaration[];
  note?: string;
};

/** It stays as it is for good. @returns its id */
export async function insertVersion(
  tx: Transaction,
  ctx: Context,
  { templateId, number, texts, variables, note = undefined }: NewVersion,
): Promise<string> {
  const id = newId();
  const createdBy = ctx.actor.label;
  await tx.insert(templateVersions).values({
    id,
    templateId,
    number,
    note: note ?? null,
    variables,
    componentKeys: componentKeysIn(Object.values(texts)),
    createdBy,
  });
  await tx
    .insert(templateTexts)
    .values(Object.entries(texts).map(([language, text]) => ({ versionId: id, language, ...text })));
  return id;
}
