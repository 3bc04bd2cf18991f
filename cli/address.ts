import { Command } from 'commander';
import { checkAddresses } from '@/lib/addresses/check-addresses';
import { type AddressCheck, AddressCheckInput } from '@/lib/addresses/schema';
import { run } from './run';

export function addressCommand(): Command {
  const address = new Command('address').description('addresses, before they are written to');
  address
    .command('check')
    .description(
      'say of each whether mail to it can arrive, by its form and by DNS; nothing is sent; exits with 1 when one is wrong',
    )
    .argument('<address...>')
    .action(check);
  return address;
}

async function check(given: string[], { json }: { json?: boolean }): Promise<void> {
  const { addresses } = AddressCheckInput.parse({ addresses: given });
  const results = await run(
    { json },
    () => checkAddresses(addresses),
    (found) => found.map(toLine).join('\n'),
  );
  if (results.some(({ verdict }) => verdict === 'wrong')) process.exitCode = 1;
}

function toLine({ address, verdict, reasons, suggestion }: AddressCheck): string {
  return [address, verdict, reasons.join(', '), suggestion && `did you mean ${suggestion}?`]
    .filter(Boolean)
    .join('\t');
}
