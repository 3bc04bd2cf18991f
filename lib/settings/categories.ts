import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { CATEGORIES } from '@/lib/routing/categories';

export const distinct = (values: readonly unknown[]) => new Set(values).size === values.length;

export const categories = z.array(z.enum(CATEGORIES)).max(CATEGORIES.length).refine(distinct, flaw('twice'));
