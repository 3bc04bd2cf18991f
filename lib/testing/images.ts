import { uploadImage } from '@/lib/images/upload';
import { testContext } from './factories';

/** Two pixels by two. */
export const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWOQ96uU96tkgFAAF84DmfGZFjwAAAAASUVORK5CYII=';

export function makeImage(input: { filename?: string; company?: string } = {}) {
  return uploadImage(testContext, { filename: 'logo.png', content: PNG, ...input });
}
