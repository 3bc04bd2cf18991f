import { takePrices } from '@/lib/inbound/take-prices';

export async function takePricesTask(): Promise<void> {
  await takePrices();
}
