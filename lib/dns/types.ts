/** What this product asks of DNS. */
export type RecordType = 'A' | 'AAAA' | 'CNAME' | 'MX' | 'NS' | 'PTR' | 'SOA' | 'TXT';

export type MailExchange = { preference: number; host: string };

export type RecordOf = {
  A: string;
  AAAA: string;
  CNAME: string;
  MX: MailExchange;
  NS: string;
  PTR: string;
  /** The primary server and the serial number. */
  SOA: { server: string; serial: number };
  /** Its strings joined with nothing between (RFC 7208 3.3), each byte one character (latin1). */
  TXT: string;
};

/** Why nothing is known. It says nothing of the name: neither that it is there nor that it is not. */
export type DnsTrouble =
  | 'timeout'
  | 'servfail'
  | 'refused'
  | 'unreachable'
  | 'malformed'
  | 'alias_loop'
  /** The bounds of this resolver: questions or time. */
  | 'too_many';

export type Found<T> = {
  state: 'found';
  records: T[];
  /** Names that it is an alias of, in order. */
  aliases: string[];
  /** The shortest of the records. */
  ttlSeconds: number;
  /** The server says that DNSSEC vouches for it (AD): worth as much as the way to that server. */
  authenticated: boolean;
};

export type Missing = {
  state: 'missing';
  /** The name does not exist; it has no record of this type; no DNS name can look like this, so nobody was asked. */
  reason: 'no_name' | 'no_data' | 'bad_name';
  aliases: string[];
  authenticated: boolean;
};

export type Unknown = { state: 'unknown'; reason: DnsTrouble };

export type DnsAnswer<T> = Found<T> | Missing | Unknown;

/** Never throws: what goes wrong is an answer, too. */
export interface DnsResolver {
  resolve<T extends RecordType>(name: string, type: T): Promise<DnsAnswer<RecordOf[T]>>;
}
