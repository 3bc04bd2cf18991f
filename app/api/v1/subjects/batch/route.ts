import { handle } from '@/lib/http/handle';
import { saveSubjects } from '@/lib/subjects/save';
import { SubjectBatch } from '@/lib/subjects/schema';

export const POST = handle(
  {
    scope: 'subjects:write',
    body: SubjectBatch,
    maxBodyBytes: 8 * 1024 * 1024,
    maxBodyValues: 100_000,
  },
  (ctx, { body }) => saveSubjects(ctx, body),
);
