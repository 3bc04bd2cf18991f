import { handle } from '@/lib/http/handle';
import { listImages } from '@/lib/images/list';
import { ImageFilter, ImageInput, MAX_IMAGE_JSON_BYTES } from '@/lib/images/schema';
import { uploadImage } from '@/lib/images/upload';

export const GET = handle({ scope: 'templates:read', query: ImageFilter }, (ctx, { query }) =>
  listImages(ctx, query),
);

export const POST = handle(
  { scope: 'templates:write', body: ImageInput, status: 201, maxBodyBytes: MAX_IMAGE_JSON_BYTES },
  (ctx, { body }) => uploadImage(ctx, body),
);
