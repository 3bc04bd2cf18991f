import { z } from 'zod';
import { IMAGE_FORMATS } from '@/lib/images/address';
import type { ImageView } from '@/lib/images/schema';
import { answerOf } from '../named';
import { Count, Id, pageOf, Time } from './parts';

export const ImageAnswer = answerOf<ImageView>()(
  'Image',
  z.strictObject({
    id: Id,
    filename: z.string(),
    url: z.string().describe('To be written into a template.'),
    format: z.enum(IMAGE_FORMATS),
    width: Count.describe('In pixels, as it is served.'),
    height: Count,
    sizeBytes: Count,
    company: z.string().optional().describe('The key of its company; absent: shared.'),
    reachable: z
      .boolean()
      .describe('Whether recipients can load it: the installation has a public address (`PUBLIC_URL`).'),
    createdAt: Time,
    createdBy: z.string(),
  }),
);

export const ImagesPage = pageOf(ImageAnswer);
