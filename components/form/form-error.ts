import type { FieldError } from '@/lib/errors';
import type { Refusal } from '@/lib/refusals';

/** What a server action answers when it could not do it. */
export type FormError = { code: string; detail: string; errors?: FieldError[]; reason?: Refusal };
