/**
 * What a service asks for, as an example with its year: prices change, and a contract says others. `toParaguay`: of a text message there, which is
 * dearer than most. In US dollars, without taxes.
 */
export type PriceExample = {
  what: 'number' | 'toParaguay' | 'message';
  from: string;
  to?: string;
};
export type PriceExamples = { year: number; examples: PriceExample[] };

/** By preset. Those of the operators of Paraguay come with the contract. */
export const PRICE_EXAMPLES: Record<string, PriceExamples> = {
  twilio: {
    year: 2025,
    examples: [
      { what: 'number', from: '1' },
      { what: 'toParaguay', from: '0.05', to: '0.10' },
    ],
  },
  whatsapp: { year: 2025, examples: [{ what: 'message', from: '0.005', to: '0.01' }] },
  'twilio-whatsapp': {
    year: 2025,
    examples: [
      { what: 'number', from: '1' },
      { what: 'message', from: '0.005' },
    ],
  },
};
