import { fill, type Values } from './fill';
import { readDocument } from './schema';

export function pairsOf(template: string, values: Values): [string, string][] {
  return Object.entries(readDocument(template) ?? {}).map(([name, text]) => [
    name,
    fill(String(text), values),
  ]);
}

export function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
