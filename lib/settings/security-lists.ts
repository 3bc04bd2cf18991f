import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { addressRange } from '@/lib/validation';
import { whole } from './bounds';
import { distinct } from './categories';

/** Networks and single addresses; which one stands there twice stands there once. */
export const addresses = z
  .array(addressRange)
  .max(500)
  .overwrite((ranges) => [...new Set(ranges)]);

/** Where mail servers may listen besides 25, 465, 587 and 2525. */
export const smtpPorts = z.array(whole(1, 65_535)).max(20).refine(distinct, flaw('twice')).default([]);
