import { parse } from 'tldts';
import type { DomainRecord } from '../../domain-api';
import { textOf } from '../events/fields';

type Told = {
  purpose: DomainRecord['purpose'];
  type: unknown;
  name: unknown;
  value: unknown;
  priority?: unknown;
};

/** A record as a service writes it, or none where a part is missing: names with or without the domain, values in quotation marks, ends with dots. */
export function toRecord(domain: string, { purpose, type, name, value, priority }: Told): DomainRecord[] {
  const kind = textOf(type)?.toUpperCase();
  const target = textOf(value);
  if (!target || (kind !== 'TXT' && kind !== 'CNAME' && kind !== 'MX')) return [];
  const shared = { purpose, name: fullName(textOf(name) ?? '@', domain) };
  if (kind === 'TXT') return [{ ...shared, type: kind, value: target.replace(/^"([\s\S]*)"$/, '$1').trim() }];
  const host = withoutDot(target.toLowerCase());
  return [{ ...shared, type: kind, value: kind === 'CNAME' ? host : `${textOf(priority) ?? '10'} ${host}` }];
}

/**
 * `mail._domainkey`, `@`, `em1.example.com`. Of a name below the registered one services tell the host as its panel wants it:
 * `mail._domainkey.news` for `news.example.com`.
 */
export function fullName(host: string, domain: string): string {
  const name = withoutDot(host.toLowerCase());
  if (name === '@' || name === '' || name === domain) return domain;
  if (name.endsWith(`.${domain}`)) return name;
  const registered = parse(domain).domain ?? domain;
  if (name === registered || name.endsWith(`.${registered}`)) return name;
  const below = domain.slice(0, -registered.length - 1);
  const isOfRegistered = below !== '' && (name === below || name.endsWith(`.${below}`));
  return `${name}.${isOfRegistered ? registered : domain}`;
}

function withoutDot(name: string): string {
  return name.trim().replace(/\.$/, '');
}
