import { SUPPRESSION_CAUSES, type SuppressionCause } from '@/drizzle/suppression-causes';

/** For the browser. */
export const CAUSES: readonly SuppressionCause[] = SUPPRESSION_CAUSES;
