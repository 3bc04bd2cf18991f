import { withOwnImages } from '@/lib/images/with-own-images';
import type { TemplateText } from './schema';

/** A text as it is compiled here: its pictures, those that are kept here, are loaded from the address of today. */
export async function hosted<Text extends Pick<TemplateText, 'source'>>(text: Text): Promise<Text> {
  return { ...text, source: await withOwnImages(text.source) };
}
