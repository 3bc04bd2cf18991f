import { invalid } from '@/lib/errors';
import { isComponent } from '../categories';
import type { Texts } from '../rows';

/** A component is drawn with the look of whatever shows it: of blocks that can be said, of other sources not. @throws AppError validation_failed */
export function checkKinds(category: string, texts: Texts): void {
  if (!isComponent({ category })) return;
  for (const [language, { kind }] of Object.entries(texts))
    if (kind !== 'blocks') throw invalid(`texts.${language}.kind`, 'component_kind');
}
