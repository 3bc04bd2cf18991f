import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { displayName } from '@/lib/validation';
import type { ImageFormat } from './address';

/** Of a file, before it is scaled: what a phone makes fits. */
export const MAX_IMAGE_BYTES = 10 * 1024 * 1024;
/** The JSON around it: base64 makes a third more. */
export const MAX_IMAGE_JSON_BYTES = 14 * 1024 * 1024;

/** `POST /api/v1/images` */
export const ImageInput = z.strictObject({
  filename: displayName(255),
  /** Base64. */
  content: z.string().min(1),
  company: CompanyRef.nullish(),
});
export type ImageInput = z.output<typeof ImageInput>;

/** `GET /api/v1/images` */
export const ImageFilter = z.strictObject({
  company: CompanyRef.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.uuid().optional(),
});
export type ImageFilter = z.output<typeof ImageFilter>;

export type ImageView = {
  id: string;
  filename: string;
  /** To be written into a template. */
  url: string;
  format: ImageFormat;
  width: number;
  height: number;
  sizeBytes: number;
  /** The key of its company; absent: shared. */
  company?: string;
  /** Whether recipients can load it: the installation has a public address. */
  reachable: boolean;
  createdAt: string;
  createdBy: string;
};

export const ImageRef = z.strictObject({ id: z.uuid() });
