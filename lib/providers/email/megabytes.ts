/** Providers give their limits in MB and count binary ones. */
export const megabytes = (count: number): number => count * 1024 * 1024;
