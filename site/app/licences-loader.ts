import { createLazyValue } from './lazy-value.ts';

const licences = createLazyValue(async () => (await import('virtual:licences')).licences);

export const loadLicences = licences.load;
export const useLicences = licences.use;
