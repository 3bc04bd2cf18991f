import { isDeepStrictEqual } from 'node:util';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { createTemplate } from './create';
import { getTemplate } from './get';
import { publishVersion } from './publish';
import { saveVersion } from './save-version';
import type { TemplateInput } from './schema';
import { updateTemplate } from './update';
import type { TemplateView } from './view-schema';

export type Pushed = { key: string; number: number; change: 'created' | 'saved' | 'same' };

/** A template as a folder has it: made where there is none, a version of its own where it differs. @throws AppError as the verbs do */
export async function pushTemplate(
  ctx: Context,
  input: TemplateInput & { key: string },
  { publish, note }: { publish: boolean; note?: string | undefined },
): Promise<Pushed> {
  const { key, title, category, fallbackLanguage, texts, variables } = input;
  const there = await getTemplate(ctx, { id: key }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  });
  if (!there) {
    const { id, latest } = await createTemplate(ctx, { ...input, note });
    if (publish) await publishVersion(ctx, { id });
    return { key, number: latest, change: 'created' };
  }
  if (there.title !== title || there.category !== category)
    await updateTemplate(ctx, { id: there.id, title, category });
  const isSame = saysTheSame(there, input);
  if (isSame && publish && there.published !== there.latest) await publishVersion(ctx, { id: there.id });
  if (isSame) return { key, number: there.latest, change: 'same' };
  const saved = await saveVersion(ctx, { id: there.id, texts, variables, note, publish });
  if (fallbackLanguage && fallbackLanguage !== saved.fallbackLanguage)
    await updateTemplate(ctx, { id: there.id, fallbackLanguage });
  return { key, number: saved.latest, change: 'saved' };
}

function saysTheSame({ current }: TemplateView, { texts, variables }: TemplateInput): boolean {
  return isDeepStrictEqual(
    plain({ texts: current.texts, variables: current.variables }),
    plain({ texts, variables }),
  );
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
