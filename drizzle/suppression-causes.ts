/** Apart from the table, so that the browser may have them without it. */
export const SUPPRESSION_CAUSES = [
  /** There is no such address any more. */
  'hard_bounce',
  /** So many in a row did not arrive, for a reason that lies with the recipient. */
  'soft_bounces',
  'complaint',
  'unsubscribe',
  'manual',
] as const;
export type SuppressionCause = (typeof SUPPRESSION_CAUSES)[number];
