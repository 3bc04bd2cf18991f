import type { StoredVariable } from '@/drizzle/schema/templates';
import { AppError } from '@/lib/errors';
import { refusal } from '@/lib/refusals';
import { chooseLanguage } from '@/lib/templates/find-published';
import { type Rendered, renderRendition } from '@/lib/templates/render';
import { renditionFor } from '@/lib/templates/renditions';
import { PREFERENCES_URL, UNSUBSCRIBE_URL } from '@/lib/templates/scope';
import { pinnedOf, wordsFor } from './compose';
import { readPinned } from './pinned';
import type { CampaignRow } from './rows';

export type Neutral = Rendered & { language: string; variant: number };

/**
 * A mail that began, as if to nobody: by what is said to all, without what is known of a contact, and without a way to unsubscribe anybody.
 * @throws AppError not_found where its template is gone, conflict where it says nothing without a contact
 */
export async function renderNeutral(
  row: CampaignRow,
  { wanted, variant = winnerOf(row) }: { wanted?: string | undefined; variant?: number } = {},
): Promise<Neutral> {
  const pinned = pinnedOf(row)[variant];
  if (!pinned?.templateId) throw new AppError('not_found', 'It never began.');
  const published = await readPinned(pinned.templateId, pinned.number);
  const language = chooseLanguage(published, { wanted: row.language ?? wanted, ofCompany: null });
  const rendition = await renditionFor(published.version, language, row.companyId, wordsFor(row, variant));
  try {
    const { subject, html, text } = renderRendition(rendition, {
      variables: { ...blanksOf(rendition.declared), ...row.variables },
      recipient: { email: '' },
      message: { id: '' },
      now: (row.startedAt ?? row.createdAt).toISOString(),
    });
    return { subject, html: withoutPersonal(html), text: withoutPersonal(text), language, variant };
  } catch {
    throw new AppError(
      'conflict',
      'It cannot be shown without a contact.',
      refusal('campaign_only_for_contacts'),
    );
  }
}

export function winnerOf({ decision }: Pick<CampaignRow, 'decision'>): number {
  return typeof decision?.winner === 'number' ? decision.winner : 0;
}

/** What only contacts have is left empty: an example would be a person who is none. */
function blanksOf(declared: StoredVariable[]): Record<string, string> {
  return Object.fromEntries(declared.flatMap(({ name, required }) => (required ? [[name, '']] : [])));
}

/** Both stand for addresses that each has their own of. */
function withoutPersonal(content: string): string {
  return content.replaceAll(UNSUBSCRIBE_URL, '#').replaceAll(PREFERENCES_URL, '#');
}
