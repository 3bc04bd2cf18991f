import { ImageInput } from '@/lib/images/schema';
import { ImageAnswer, ImagesPage } from '../answers/images';
import { named } from '../named';
import type { Operation } from '../operation';
import { FILTERS, PAGE } from './filters';

named('ImageInput', ImageInput, 'input', {
  filename: 'What it is called in the panel.',
  content: 'Base64; 10 MB at most.',
  company: 'Whose it is: id, key or name; null: shared by all.',
});

/** Pictures of templates. */
export const IMAGES: Record<string, Operation> = {
  'GET /api/v1/images': {
    id: 'listImages',
    tag: 'templates',
    summary: 'List pictures',
    description: 'Newest first.',
    answer: ImagesPage,
    fields: { company: FILTERS.company, ...PAGE },
    example: { query: { limit: '10' } },
  },
  'POST /api/v1/images': {
    id: 'uploadImage',
    tag: 'templates',
    summary: 'Upload a picture',
    description:
      'PNG, JPEG, GIF or WebP of 40 megapixels at most. It is scaled to the width of a mail, turned upright, freed of what a camera wrote into it, and kept once: the same one again answers what is there. Mail programs load it from `url`, which never changes.',
    answer: ImageAnswer,
    errors: ['conflict'],
    example: {
      body: {
        filename: 'logo.png',
        content:
          'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWOQ96uU96tkgFAAF84DmfGZFjwAAAAASUVORK5CYII=',
      },
    },
  },
  'DELETE /api/v1/images/[id]': {
    id: 'deleteImage',
    tag: 'templates',
    summary: 'Delete a picture',
    description:
      'Only one that no version of a template shows. Mails that were sent with it show it no more.',
    answer: null,
    errors: ['not_found', 'conflict'],
  },
};
