/** Why a service did not do what it was asked for with the key in use: that may not, there is no more room, or it said no. */
export const SERVICE_PROBLEMS = ['permission', 'limit', 'unreachable', 'refused'] as const;
export type ServiceProblem = (typeof SERVICE_PROBLEMS)[number];

export class ServiceFailure extends Error {
  override name = 'ServiceFailure';
  constructor(
    /** The last three of keys alone. */
    readonly problem: ServiceProblem | 'test' | 'gone' | 'end',
    /** The service's own words. */
    detail: string,
    /** It may be otherwise in some minutes. */
    readonly passing = false,
    /** The request may have been carried out all the same. */
    readonly unheard = false,
  ) {
    super(detail);
  }
}
