/** Decimal string ("0.0008") to millionths, exact. */
export function toMicros(decimal: string): number {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return Number(whole) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

/** Millionths to the shortest decimal string. */
export function fromMicros(micros: number): string {
  const size = Math.abs(micros);
  const whole = `${micros < 0 ? '-' : ''}${Math.floor(size / 1_000_000)}`;
  const fraction = String(size % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return fraction ? `${whole}.${fraction}` : whole;
}
