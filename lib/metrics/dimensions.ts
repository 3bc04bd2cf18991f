import { NO_COMPANY, NO_PROVIDER, NO_TYPE } from '@/drizzle/schema/delivery';

/** By what is counted, besides the time; columns of every table of figures, and of its key. */
export const DIMENSIONS = ['provider_id', 'channel', 'company_id', 'type', 'category'] as const;

export const DIMENSION_COLUMNS = DIMENSIONS.join(', ');

/** Positions in a statement that selects the time, then the dimensions. */
export const BY_TIME_AND_DIMENSIONS = [1, ...DIMENSIONS.map((_, index) => index + 2)].join(', ');

/** Of two names in one statement: the same in all dimensions. */
export function sameDimensions(a: string, b: string): string {
  return DIMENSIONS.map((column) => `${a}.${column} = ${b}.${column}`).join(' and ');
}

/** The dimensions of a row that may have none of some, for a key must not be null. */
export const NAMED = `coalesce(provider_id, '${NO_PROVIDER}') as provider_id, channel, coalesce(company_id, '${NO_COMPANY}') as company_id, coalesce(type, '${NO_TYPE}') as type, category`;
